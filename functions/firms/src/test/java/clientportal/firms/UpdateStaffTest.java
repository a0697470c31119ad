package clientportal.firms;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.StaffInvited;
import clientportal.access.events.EventData.StaffUpdated;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.NoticeMails;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Administrators;
import clientportal.access.records.StaffMember;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UpdateStaffTest {
  private static final String PROMOTE = "{\"role\": \"administrator\"}";
  private static final String DEMOTE = "{\"role\": \"staff\"}";

  private final TestFirm firm = new TestFirm();
  private final StaffCalls calls = new StaffCalls(firm);
  private final PersonId administrator = firm.staff(Role.ADMINISTRATOR, false);
  private final PersonId staff = firm.staff(Role.STAFF, false);
  private final StaffId administratorId = calls.staffId(administrator);
  private final StaffId staffId = calls.staffId(staff);
  private final UpdateStaffHandler handler = handler(firm.table);

  private UpdateStaffHandler handler(Table table) {
    return new UpdateStaffHandler(new UpdateStaff(firm.access(), table, firm.ids));
  }

  private StaffMember stored(StaffId id) {
    Key key = TableKeys.staff(firm.id, id);
    return StaffMember.fromItem(firm.table.read(List.of(key)).at(key).orElseThrow());
  }

  @Test
  void anAdministrator_givesThePermission_evenToThemselves_andItAppliesFromTheNextRequest() {
    Exchange.Answer answer =
        calls.patch(administrator, staffId, "{\"webPortal\": true}").send(handler);
    calls.patch(administrator, administratorId, "{\"webPortal\": true}").send(handler);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("etag", "\"2\"");
    assertThat(answer.body())
        .contains(
            Map.of(
                "staffId",
                staffId.value(),
                "name",
                "Ada Staff",
                "email",
                "ada@firm.test",
                "role",
                "staff",
                "webPortal",
                true,
                "enabled",
                true,
                "account",
                Map.of("status", "active"),
                "noticeMails",
                "each"));
    assertThat(calls.membership(staff).webPortal()).isTrue();
    assertThat(calls.membership(administrator).webPortal()).isTrue();
    assertThat(stored(staffId).membership()).isEqualTo(calls.membership(staff));
    assertThat(calls.events())
        .extracting(event -> (StaffUpdated) event.data())
        .filteredOn(data -> data.staff().equals(staffId))
        .containsExactly(
            new StaffUpdated(
                firm.id,
                staffId,
                Optional.empty(),
                Optional.of(true),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void howNoticesAreMailed_isChosenByTheStaffMemberAlone() {
    Exchange.Answer answer =
        calls.patch(staff, staffId, "{\"noticeMails\": \"daily\"}").send(handler);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.get("noticeMails")).isEqualTo("daily");
    assertThat(stored(staffId).noticeMails()).isEqualTo(NoticeMails.DAILY);
    assertThat(calls.events())
        .extracting(event -> (StaffUpdated) event.data())
        .containsExactly(
            new StaffUpdated(
                firm.id,
                staffId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NoticeMails.DAILY)));

    Map<Key, Item> before = firm.table.everything();
    calls.patch(staff, staffId, "{\"noticeMails\": \"daily\"}").send(handler);
    for (PersonId caller : List.of(staff, administrator)) {
      String both = "{\"noticeMails\": \"none\", \"webPortal\": true}";
      assertThat(calls.patch(caller, staffId, both).send(handler).status()).isEqualTo(403);
    }
    assertThat(
            calls
                .patch(administrator, staffId, "{\"noticeMails\": \"each\"}")
                .send(handler)
                .status())
        .isEqualTo(403);
    assertThat(calls.patch(staff, staffId, "{\"noticeMails\": \"weekly\"}").send(handler).status())
        .isEqualTo(400);
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void whoWasDisabledBeforeTheInvitationLeft_isInvitedOnceTheyAreEnabled() {
    StaffMember invited = firm.staffMember(Role.STAFF, false, Optional.empty());
    Account account = Account.invite(invited.holder(), invited.email(), TestFirm.NOW);
    firm.table.write(List.of(Write.create(invited.toItem()), account.create()));
    calls.patch(administrator, invited.id(), "{\"enabled\": false}").send(handler);
    assertThat(invitations()).isEmpty();

    calls.patch(administrator, invited.id(), "{\"enabled\": true}").send(handler);
    calls.patch(administrator, invited.id(), "{\"webPortal\": true}").send(handler);
    assertThat(invitations()).containsExactly(new StaffInvited(invited.holder(), invited.name()));

    firm.table.write(List.of(Write.put(account.withInvitation("hash").toItem())));
    calls.patch(administrator, invited.id(), "{\"enabled\": false}").send(handler);
    calls.patch(administrator, invited.id(), "{\"enabled\": true}").send(handler);
    assertThat(invitations()).hasSize(1);
  }

  @Test
  void invitationsByEnabling_areLimited_andDisablingIsNot() {
    StaffMember invited = firm.staffMember(Role.STAFF, false, Optional.empty());
    Account account = Account.invite(invited.holder(), invited.email(), TestFirm.NOW);
    firm.table.write(List.of(Write.create(invited.toItem()), account.create()));
    List<Integer> enabled = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      assertThat(
              calls
                  .patch(administrator, invited.id(), "{\"enabled\": false}")
                  .send(handler)
                  .status())
          .isEqualTo(200);
      enabled.add(
          calls.patch(administrator, invited.id(), "{\"enabled\": true}").send(handler).status());
    }

    assertThat(enabled).containsExactly(200, 200, 200, 200, 200, 429);
    assertThat(invitations()).hasSize(5);
    assertThat(stored(invited.id()).enabled()).isFalse();
  }

  private List<EventData> invitations() {
    return calls.events().stream().map(Event::data).filter(StaffInvited.class::isInstance).toList();
  }

  @Test
  void aDisabledStaffMember_losesAccess() {
    calls.patch(administrator, staffId, "{\"enabled\": false}").send(handler);

    assertThat(calls.isStaff(staff)).isFalse();
    assertThat(stored(staffId).enabled()).isFalse();
  }

  @Test
  void whoNeverSignedIn_isNoAdministratorWhoCouldStay() {
    StaffMember invited = firm.staffMember(Role.ADMINISTRATOR, false, Optional.empty());
    firm.table.write(List.of(Write.create(invited.toItem())));
    Map<Key, Item> before = firm.table.everything();

    assertThat(calls.patch(administrator, administratorId, DEMOTE).send(handler).problem())
        .isEqualTo("conflict");
    assertThat(firm.table.everything()).isEqualTo(before);
    calls.patch(administrator, invited.id(), "{\"enabled\": false}").send(handler);
    assertThat(calls.administrators()).isEqualTo(1);
  }

  @Test
  void activeAdministratorsAreCountedAndListed_andTheLastOneStays() {
    calls.patch(administrator, staffId, PROMOTE).send(handler);
    assertThat(calls.administrators()).isEqualTo(2);
    assertThat(Administrators.of(firm.id, firm.table)).containsExactly(staffId);
    calls.patch(administrator, staffId, "{\"enabled\": false}").send(handler);
    assertThat(calls.administrators()).isEqualTo(1);
    assertThat(Administrators.of(firm.id, firm.table)).isEmpty();
    calls.patch(administrator, staffId, DEMOTE).send(handler);
    assertThat(calls.administrators()).isEqualTo(1);
    Map<Key, Item> before = firm.table.everything();

    for (String patch : List.of(DEMOTE, "{\"enabled\": false}")) {
      Exchange.Answer answer = calls.patch(administrator, administratorId, patch).send(handler);
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.problem()).isEqualTo("conflict");
    }
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void whenTwoAdministratorsDemoteEachOther_oneRemains() {
    calls.patch(administrator, staffId, PROMOTE).send(handler);
    Table race =
        new CallSchedule()
            .beforeFirstWrite(() -> calls.patch(staff, administratorId, DEMOTE).send(handler))
            .around(firm.table);

    Exchange.Answer late = calls.patch(administrator, staffId, DEMOTE).send(handler(race));

    assertThat(late.problem()).isEqualTo("permission-required");
    assertThat(calls.administrators()).isEqualTo(1);
    assertThat(calls.membership(staff).role()).isEqualTo(Role.ADMINISTRATOR);
    assertThat(calls.membership(administrator).role()).isEqualTo(Role.STAFF);
  }

  @Test
  void anAccountActivatedConcurrently_isKept_andItsPersonGetsTheChange() {
    StaffMember invited = firm.staffMember(Role.STAFF, false, Optional.empty());
    firm.table.write(List.of(Write.create(invited.toItem())));
    PersonId person = TestFirm.person();
    Table race =
        new CallSchedule()
            .beforeFirstWrite(() ->
                firm.table.write(
                    List.of(
                        Account.invite(invited.holder(), invited.email(), TestFirm.NOW)
                            .activate(person, TestFirm.NOW)
                            .copyToHolder(invited.revision()))))
            .around(firm.table);

    Exchange.Answer answer =
        calls.patch(administrator, invited.id(), "{\"webPortal\": true}").send(handler(race));

    assertThat(answer.get("account", "status")).isEqualTo("active");
    assertThat(stored(invited.id()).person()).contains(person);
    assertThat(calls.membership(person).webPortal()).isTrue();
  }

  @Test
  void anAccountStatusCopiedConcurrently_isKept() {
    StaffMember invited = firm.staffMember(Role.STAFF, false, Optional.empty());
    firm.table.write(List.of(Write.create(invited.toItem())));
    Account revoked =
        Account.invite(invited.holder(), new EmailAddress("ada@firm.test"), TestFirm.NOW).revoke();
    Table race =
        new CallSchedule()
            .beforeFirstWrite(() -> firm.table.write(List.of(revoked.copyToHolder(1))))
            .around(firm.table);

    calls.patch(administrator, invited.id(), "{\"webPortal\": true}").send(handler(race));

    assertThat(stored(invited.id()).webPortal()).isTrue();
    assertThat(stored(invited.id()).account()).isEqualTo(AccountStatus.REVOKED);
  }

  @Test
  void aPatchThatChangesNothing_writesNothing() {
    Map<Key, Item> before = firm.table.everything();

    for (String patch : List.of("{}", "{\"webPortal\": false, \"enabled\": true}")) {
      Exchange.Answer answer = calls.patch(administrator, staffId, patch).send(handler);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers()).containsEntry("etag", "\"1\"");
    }
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void refusals_followTheOrderOfTheContract_andChangeNothing() {
    Map<Key, Item> before = firm.table.everything();

    Exchange.Answer stale =
        calls.patch(administrator, staffId, PROMOTE).header("if-match", "\"7\"").send(handler);
    Exchange.Answer faulty =
        calls
            .patch(
                administrator,
                staffId,
                "{\"webPortal\": null, \"role\": \"x\", \"enabled\": 1, \"name\": \"n\"}")
            .header("if-match", "\"7\"")
            .send(handler);

    assertThat(stale.status()).isEqualTo(412);
    assertThat(faulty.status()).isEqualTo(400);
    assertThat(faulty.get("errors").toString())
        .contains("/webPortal, code=type", "/role, code=enum", "/enabled, code=type")
        .contains("/name, code=unknown");
    assertThat(calls.patch(staff, administratorId, "not json").send(handler).problem())
        .isEqualTo("permission-required");
    assertThat(calls.patch(staff, staffId, "not json").send(handler).problem())
        .isEqualTo("malformed-json");
    assertThat(calls.patch(staff, staffId, PROMOTE).send(handler).problem())
        .isEqualTo("permission-required");
    assertThat(calls.patch(staff, firm.ids.next(), PROMOTE).send(handler).status()).isEqualTo(404);
    assertThat(calls.patch(TestFirm.person(), staffId, PROMOTE).send(handler).status())
        .isEqualTo(404);
    assertThat(firm.table.everything()).isEqualTo(before);
    assertThat(
            calls
                .patch(administrator, staffId, PROMOTE)
                .header("if-match", "\"1\"")
                .send(handler)
                .status())
        .isEqualTo(200);
  }
}
