package clientportal.firms;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.platform.http.Exchange;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GetStaffTest {
  private final TestFirm firm = new TestFirm();
  private final StaffCalls calls = new StaffCalls(firm);
  private final PersonId staff = firm.staff(Role.STAFF, false);
  private final StaffId administrator = calls.staffId(firm.staff(Role.ADMINISTRATOR, true));
  private final GetStaffHandler handler = new GetStaffHandler(new GetStaff(firm.access()));

  @Test
  void staff_readEachOther() {
    Exchange.Answer answer = calls.get(staff, administrator).send(handler);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("etag", "\"1\"");
    assertThat(answer.body())
        .contains(
            Map.of(
                "staffId",
                administrator.value(),
                "name",
                "Ada Staff",
                "email",
                "ada@firm.test",
                "role",
                "administrator",
                "webPortal",
                true,
                "enabled",
                true,
                "account",
                Map.of("status", "active"),
                "noticeMails",
                "each"));
  }

  @Test
  void otherCallers_getTheSameAnswerAsForAnUnknownId() {
    TestFirm other = new TestFirm(firm.table);
    PersonId outsider = other.staff(Role.ADMINISTRATOR, true);
    StaffId foreign = new StaffCalls(other).staffId(outsider);

    Exchange.Answer unknown = calls.get(staff, firm.ids.next()).send(handler);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(calls.get(staff, foreign).send(handler).body()).isEqualTo(unknown.body());
    assertThat(calls.get(staff, "1").send(handler).body()).isEqualTo(unknown.body());
    assertThat(calls.get(outsider, administrator).send(handler).body()).isEqualTo(unknown.body());
  }
}
