package clientportal.firms;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.events.EventData.StaffInvited;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CreateStaffTest {
  private static final String JONAS =
      "{\"name\": \"Jonas Weber\", \"email\": \"jonas@example.com\", \"role\": \"staff\"}";
  private static final String EVA =
      "{\"name\": \"Eva\", \"email\": \"eva@example.com\", \"role\": \"administrator\"}";

  private final TestFirm firm = new TestFirm();
  private final StaffCalls calls = new StaffCalls(firm);
  private final PersonId administrator = firm.staff(Role.ADMINISTRATOR, false);
  private final CreateStaffHandler handler = handler(firm.table);

  private CreateStaffHandler handler(Table table) {
    return new CreateStaffHandler(new CreateStaff(firm.access(), table, firm.ids));
  }

  @Test
  void anAdministrator_addsAStaffMember_whoIsInvited_withoutTheWebPortalPermission() {
    Exchange.Answer answer = calls.post(administrator, JONAS).send(handler);

    StaffId id = new StaffId((String) answer.get("staffId"));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers())
        .containsEntry("location", calls.path(id).toString())
        .containsEntry("etag", "\"1\"");
    assertThat(answer.body())
        .contains(
            Map.of(
                "staffId",
                id.value(),
                "name",
                "Jonas Weber",
                "email",
                "jonas@example.com",
                "role",
                "staff",
                "webPortal",
                false,
                "enabled",
                true,
                "account",
                Map.of("status", "invited"),
                "noticeMails",
                "each"));
    Holder holder = new Holder.Staff(firm.id, id);
    Key account = TableKeys.account(holder);
    assertThat(firm.table.read(List.of(account)).at(account).map(Account::fromItem))
        .hasValueSatisfying(
            created -> assertThat(created.status()).isEqualTo(AccountStatus.INVITED));
    assertThat(calls.events())
        .singleElement()
        .satisfies(event ->
            assertThat(event.data())
                .isInstanceOfSatisfying(
                    StaffInvited.class, data -> assertThat(data.holder()).isEqualTo(holder)));
    assertThat(calls.administrators()).isEqualTo(1);
  }

  @Test
  void aNewAdministrator_isNotCounted_untilTheySignIn() {
    calls.post(administrator, EVA).send(handler);

    assertThat(calls.administrators()).isEqualTo(1);
  }

  @Test
  void theAddressOfAnotherStaffMember_isRefusedInAnySpelling_evenInARace() {
    calls.post(administrator, JONAS).send(handler);
    Map<Key, Item> before = firm.table.everything();
    Exchange.Answer taken =
        calls.post(administrator, JONAS.replace("jonas@", "JONAS@")).send(handler);
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.problem()).isEqualTo("email-taken");
    assertThat(firm.table.everything()).isEqualTo(before);

    Table race =
        new CallSchedule()
            .beforeFirstWrite(() -> calls.post(administrator, EVA).send(handler))
            .around(firm.table);
    assertThat(calls.post(administrator, EVA).send(handler(race)).problem())
        .isEqualTo("email-taken");
    assertThat(calls.administrators()).isEqualTo(1);
  }

  @Test
  void staffOfTwoFirms_mayHaveTheSameAddress() {
    calls.post(administrator, JONAS).send(handler);
    TestFirm other = new TestFirm(firm.table);

    assertThat(
            new StaffCalls(other)
                .post(other.staff(Role.ADMINISTRATOR, false), JONAS)
                .send(handler)
                .status())
        .isEqualTo(201);
  }

  @Test
  void staffAreRefused_andStrangersGetNotFound_beforeTheBodyIsRead() {
    PersonId staff = firm.staff(Role.STAFF, true);
    PersonId outsider = new TestFirm(firm.table).staff(Role.ADMINISTRATOR, true);
    Map<Key, Item> before = firm.table.everything();

    assertThat(calls.post(staff, "not json").send(handler).problem())
        .isEqualTo("permission-required");
    assertThat(calls.post(outsider, "not json").send(handler).problem()).isEqualTo("not-found");
    assertThat(calls.post(administrator, "not json").send(handler).problem())
        .isEqualTo("malformed-json");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void allFaultsAreReportedAtOnce_andThePermissionCannotBeGivenHere() {
    Map<Key, Item> before = firm.table.everything();

    Exchange.Answer answer =
        calls
            .post(administrator, "{\"email\": null, \"role\": \"boss\", \"webPortal\": true}")
            .send(handler);

    assertThat(answer.status()).isEqualTo(400);
    assertThat((List<?>) answer.get("errors")).hasSize(4);
    assertThat(answer.get("errors").toString())
        .contains("/name, code=required", "/email, code=type", "/role, code=enum")
        .contains("/webPortal, code=unknown");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void aRepeatedRequest_getsTheFirstResult_andARefusedRequestDoesNotUseUpTheKey() {
    Exchange.Answer refused =
        calls.post(administrator, "{}").header("idempotency-key", "k").send(handler);
    Exchange.Answer first =
        calls.post(administrator, JONAS).header("idempotency-key", "k").send(handler);
    Exchange.Answer again =
        calls.post(administrator, JONAS).header("idempotency-key", "k").send(handler);
    Exchange.Answer other =
        calls.post(administrator, EVA).header("idempotency-key", "k").send(handler);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(calls.events()).hasSize(1);
  }
}
