package clientportal.firms;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.AdministratorAppointed;
import clientportal.access.events.EventData.StaffInvited;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Administrators;
import clientportal.access.records.StaffMember;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AppointAdministratorTest {
  private static final String EVA = "{\"name\": \"Eva\", \"email\": \"eva@example.com\"}";
  private static final String ADA = "{\"name\": \"Other\", \"email\": \"ADA@firm.test\"}";

  private final TestFirm firm = new TestFirm();
  private final StaffCalls calls = new StaffCalls(firm);
  private final PersonId operator = TestFirm.person();
  private final AppointAdministratorHandler handler =
      new AppointAdministratorHandler(
          new AppointAdministrator(firm.access(), firm.table, firm.ids));

  AppointAdministratorTest() {
    write(Write.put(Fields.of().at(TableKeys.operator(operator))));
  }

  private void write(Write... writes) {
    firm.table.write(List.of(writes));
  }

  private Exchange post(PersonId caller, String json) {
    return Exchange.of("POST", new FirmPath(firm.id) + "/administrators")
        .as(caller.value())
        .path("firmId", firm.id)
        .json(json);
  }

  private StaffMember stored(StaffId id) {
    Key key = TableKeys.staff(firm.id, id);
    return StaffMember.fromItem(firm.table.read(List.of(key)).require(key));
  }

  private List<EventData> happened() {
    return calls.events().stream().map(Event::data).toList();
  }

  /** Adds a staff member with the address of {@link #ADA}. */
  private StaffMember member(boolean enabled, Optional<PersonId> person) {
    StaffMember member =
        firm.staffMember(Role.STAFF, true, person).withPlace(Role.STAFF, true, enabled);
    Account account = Account.invite(member.holder(), member.email(), TestFirm.NOW);
    write(
        Write.create(member.toItem()),
        person.map(who -> account.activate(who, TestFirm.NOW)).orElse(account).create(),
        Write.create(
            Fields.of()
                .with("staffId", member.id().value())
                .at(TableKeys.staffEmail(firm.id, member.email()))));
    return member;
  }

  @Test
  void whoIsNotOfTheStaff_isAddedAndInvited_andAllAdministratorsAreTold() {
    Exchange.Answer answer = post(operator, EVA).header("idempotency-key", "k").send(handler);

    assertThat(answer.status()).isEqualTo(201);
    StaffId id = new StaffId((String) answer.get("staffId"));
    assertThat(answer.headers()).containsEntry("location", new FirmPath(firm.id) + "/staff/" + id);
    assertThat(answer.get("role")).isEqualTo("administrator");
    assertThat(answer.get("account", "status")).isEqualTo("invited");
    assertThat(calls.administrators()).isEqualTo(1);
    assertThat(happened())
        .containsExactlyInAnyOrder(
            new StaffInvited(stored(id).holder(), "Eva"),
            new AdministratorAppointed(stored(id).holder(), "Eva"));
    Map<Key, Item> before = firm.table.everything();
    assertThat(post(operator, EVA).header("idempotency-key", "k").send(handler).body())
        .isEqualTo(answer.body());
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void aDisabledStaffMember_isEnabledAndPromoted_underTheirName() {
    PersonId person = TestFirm.person();
    StaffMember disabled = member(false, Optional.of(person));

    assertThat(post(operator, ADA).send(handler).status()).isEqualTo(201);

    StaffMember promoted = stored(disabled.id());
    assertThat(promoted.isActiveAdministrator()).isTrue();
    assertThat(promoted.name()).isEqualTo("Ada Staff");
    assertThat(calls.membership(person)).isEqualTo(promoted.membership());
    assertThat(calls.administrators()).isEqualTo(2);
    assertThat(Administrators.of(firm.id, firm.table)).containsExactly(disabled.id());
    assertThat(happened())
        .containsExactly(new AdministratorAppointed(promoted.holder(), "Ada Staff"));
    Map<Key, Item> before = firm.table.everything();
    assertThat(post(operator, ADA).send(handler).status()).isEqualTo(201);
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void whoHasNotSignedIn_isInvitedAgain_andCountsOnceTheyHave() {
    StaffMember invited = member(true, Optional.empty());

    assertThat(post(operator, ADA).send(handler).get("account", "status")).isEqualTo("invited");

    assertThat(stored(invited.id()).role()).isEqualTo(Role.ADMINISTRATOR);
    assertThat(calls.administrators()).isEqualTo(1);
    assertThat(happened())
        .containsExactlyInAnyOrder(
            new StaffInvited(invited.holder(), "Ada Staff"),
            new AdministratorAppointed(invited.holder(), "Ada Staff"));
  }

  @Test
  void onlyOperatorsMay_andStrangersFindNothing_beforeTheBodyIsLookedAt() {
    PersonId administrator = firm.staff(Role.ADMINISTRATOR, true);
    Map<Key, Item> before = firm.table.everything();

    assertThat(post(administrator, "no json").send(handler).problem())
        .isEqualTo("permission-required");
    assertThat(post(TestFirm.person(), "no json").send(handler).problem()).isEqualTo("not-found");
    assertThat(post(operator, EVA).path("firmId", new TestFirm().id).send(handler).problem())
        .isEqualTo("not-found");
    assertThat(post(operator, "{\"name\": \"Eva\"}").send(handler).problem())
        .isEqualTo("invalid-request");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void anInvitedMember_isInvitedAgain_butNotWithoutLimit() {
    member(true, Optional.empty());
    for (int i = 0; i < 5; i++) {
      assertThat(post(operator, ADA).send(handler).status()).isEqualTo(201);
    }
    Map<Key, Item> before = firm.table.everything();

    Exchange.Answer refused = post(operator, ADA).send(handler);

    assertThat(refused.problem()).isEqualTo("too-many-requests");
    assertThat(refused.headers()).containsEntry("retry-after", "3600");
    assertThat(firm.table.everything()).isEqualTo(before);
  }
}
