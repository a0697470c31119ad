package clientportal.firms;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.AbsenceSet;
import clientportal.access.ids.Absence;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.StaffMember;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SetAbsenceTest {
  private static final String BACK = "{\"absence\": null}";
  private static final Instant FROM = Instant.parse("2026-03-01T23:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-03-13T23:00:00Z");

  private final TestFirm firm = new TestFirm();
  private final StaffCalls calls = new StaffCalls(firm);
  private final PersonId administrator = firm.staff(Role.ADMINISTRATOR, false);
  private final PersonId staff = firm.staff(Role.STAFF, false);
  private final StaffId staffId = calls.staffId(staff);
  private final StaffId colleague = calls.staffId(firm.staff(Role.STAFF, false));
  private final SetAbsenceHandler handler = handler(firm.table);

  private SetAbsenceHandler handler(Table table) {
    return new SetAbsenceHandler(new SetAbsence(firm.access(), table, firm.ids), firm.clock);
  }

  private static String away(Object standIn) {
    return away("2026-03-02T00:00:00+01:00", "2026-03-14T00:00:00+01:00", standIn);
  }

  private static String away(String from, String until, Object standIn) {
    return "{\"absence\": {\"from\": \"%s\", \"until\": \"%s\", \"standIn\": \"%s\"}}"
        .formatted(from, until, standIn);
  }

  private StaffMember stored() {
    return StaffMember.fromItem(((Table) firm.table).require(TableKeys.staff(firm.id, staffId)));
  }

  private Exchange.Answer read() {
    return calls.get(staff, staffId).send(new GetStaffHandler(new GetStaff(firm.access())));
  }

  @Test
  void staff_setTheirOwnAbsence_replaceIt_andEndIt() {
    Exchange.Answer set = calls.absence(staff, staffId, away(colleague)).send(handler);

    assertThat(set.status()).isEqualTo(200);
    assertThat(set.headers()).containsEntry("etag", "\"2\"");
    assertThat(set.get("absence"))
        .isEqualTo(
            Map.of(
                "from",
                "2026-03-01T23:00:00.000Z",
                "until",
                "2026-03-13T23:00:00.000Z",
                "standIn",
                colleague.value()));
    assertThat(stored().absence()).contains(new Absence(FROM, UNTIL, colleague));
    assertThat(read().get("absence")).isEqualTo(set.get("absence"));

    String longer = away("2026-03-01T23:00:00Z", "2026-04-01T00:00:00Z", colleague);
    calls.absence(staff, staffId, longer).header("if-match", "\"2\"").send(handler);
    Exchange.Answer ended = calls.absence(staff, staffId, BACK).send(handler);

    assertThat(ended.has("absence")).isFalse();
    assertThat(stored().absence()).isEmpty();
    assertThat(calls.events())
        .extracting(Event::data)
        .containsExactlyInAnyOrder(
            new AbsenceSet(firm.id, staffId, Optional.of(new Absence(FROM, UNTIL, colleague))),
            new AbsenceSet(
                firm.id,
                staffId,
                Optional.of(new Absence(FROM, Instant.parse("2026-04-01T00:00:00Z"), colleague))),
            new AbsenceSet(firm.id, staffId, Optional.empty()));
  }

  @Test
  void anAdministrator_setsIt_andWhatIsSetAlreadyWritesNothing() {
    assertThat(calls.absence(administrator, staffId, away(colleague)).send(handler).status())
        .isEqualTo(200);
    Map<Key, Item> before = firm.table.everything();

    assertThat(calls.absence(administrator, staffId, away(colleague)).send(handler).headers())
        .containsEntry("etag", "\"2\"");
    assertThat(calls.absence(administrator, colleague, BACK).send(handler).status()).isEqualTo(200);
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void anAbsenceThatIsOver_isNotShown() {
    Absence over = new Absence(FROM.minusSeconds(9_000_000), TestFirm.NOW, colleague);
    StaffMember member = stored().withAbsence(Optional.of(over));
    ((Table) firm.table).write(List.of(Write.put(member.toItem())));

    assertThat(read().has("absence")).isFalse();
    assertThat(calls.absence(staff, staffId, BACK).send(handler).headers())
        .containsEntry("etag", "\"2\"");
  }

  @Test
  void aStandIn_isAnotherStaffMemberWhoIsEnabledAndHasSignedIn() {
    StaffMember invited = firm.staffMember(Role.STAFF, false, Optional.empty());
    StaffMember disabled =
        firm.staffMember(Role.STAFF, false, Optional.of(TestFirm.person()))
            .withPlace(Role.STAFF, false, false);
    ((Table) firm.table)
        .write(List.of(Write.create(invited.toItem()), Write.create(disabled.toItem())));
    Map<Key, Item> before = firm.table.everything();

    for (Object id : List.of(staffId, invited.id(), disabled.id(), firm.ids.next(), "x", "")) {
      assertThat(calls.absence(staff, staffId, away(id)).send(handler).problem())
          .as("%s", id)
          .isEqualTo("unknown-staff");
    }
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void aChangeOfThePermissionsMeanwhile_isKept() {
    Table race =
        new CallSchedule()
            .beforeFirstWrite(() ->
                calls
                    .patch(administrator, staffId, "{\"webPortal\": true}")
                    .send(
                        new UpdateStaffHandler(
                            new UpdateStaff(firm.access(), firm.table, firm.ids))))
            .around(firm.table);

    calls.absence(staff, staffId, away(colleague)).send(handler(race));

    assertThat(stored().webPortal()).isTrue();
    assertThat(stored().absence()).isPresent();
  }

  @Test
  void refusals_followTheOrderOfTheContract_andChangeNothing() {
    Map<Key, Item> before = firm.table.everything();

    Exchange.Answer faulty =
        calls
            .absence(
                staff,
                staffId,
                """
                {"absence": {"from": "2026-03-02", "until": "2026-03-01T09:30:00Z", "who": "x"},
                 "other": 1}\
                """)
            .header("if-match", "\"7\"")
            .send(handler);

    assertThat(faulty.status()).isEqualTo(400);
    assertThat(faulty.get("errors").toString())
        .contains("/absence/from, code=format", "/absence/until, code=range")
        .contains("/absence/standIn, code=required", "/absence/who, code=unknown")
        .contains("/other, code=unknown");
    assertThat(fault("{}")).contains("/absence, code=required");
    assertThat(fault(away("2026-03-03T00:00:00Z", "2026-03-03T00:00:00Z", colleague)))
        .contains("/absence/until, code=range");
    assertThat(
            calls
                .absence(staff, staffId, away(colleague))
                .header("if-match", "\"7\"")
                .send(handler)
                .status())
        .isEqualTo(412);
    assertThat(calls.absence(staff, colleague, "not json").send(handler).problem())
        .isEqualTo("permission-required");
    assertThat(calls.absence(staff, firm.ids.next(), BACK).send(handler).status()).isEqualTo(404);
    assertThat(calls.absence(TestFirm.person(), staffId, BACK).send(handler).status())
        .isEqualTo(404);
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  private String fault(String json) {
    return calls.absence(staff, staffId, json).send(handler).get("errors").toString();
  }
}
