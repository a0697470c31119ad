package clientportal.firms;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.StaffInvited;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Firm;
import clientportal.access.records.StaffMember;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CreateFirmTest {
  private static final String RUIZ =
      """
      {"name": "Ruiz & Partners", "slug": "ruiz-partners",
       "administrator": {"name": "Ana Ruiz", "email": "Ana.Ruiz@example.com"}}\
      """;

  private final TestFirm firm = new TestFirm();
  private final PersonId operator = TestFirm.person();
  private final CreateFirmHandler handler = handler(firm.table);

  CreateFirmTest() {
    firm.table.write(List.of(Write.create(Fields.of().at(TableKeys.operator(operator)))));
  }

  private CreateFirmHandler handler(Table table) {
    return new CreateFirmHandler(new CreateFirm(table, firm.clock, firm.ids));
  }

  private static Exchange post(PersonId caller, String json) {
    return Exchange.of("POST", "/v1/firms").as(caller.value()).json(json);
  }

  private Item item(Key key) {
    return firm.table.read(List.of(key)).at(key).orElseThrow();
  }

  @Test
  void anOperator_mustHaveASecondFactor_unlessTheStageAsksForNone_andUseTheStaffUi() {
    assertThat(post(operator, RUIZ).by("[email_otp]").send(handler).problem())
        .isEqualTo("second-factor-required");
    assertThat(post(operator, RUIZ).through("portal").send(handler).problem())
        .isEqualTo("staff-client-required");
    assertThat(post(TestFirm.person(), RUIZ).by("[email_otp]").send(handler).problem())
        .isEqualTo("permission-required");
    assertThat(
            post(operator, RUIZ)
                .by("[email_otp]")
                .onAStageWithoutSecondFactor()
                .send(handler)
                .status())
        .isEqualTo(201);
  }

  @Test
  void anOperator_createsAFirmWithItsSite_andTheAdministratorIsInvited() {
    Exchange.Answer answer = post(operator, RUIZ).send(handler);

    FirmId id = new FirmId((String) answer.get("firmId"));
    StaffId staff = new StaffId((String) answer.get("administrator", "staffId"));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers())
        .containsEntry("location", "/v1/firms/" + id)
        .containsEntry("etag", "\"1\"");
    assertThat(answer.body())
        .contains(
            Map.of(
                "firmId",
                id.value(),
                "name",
                "Ruiz & Partners",
                "slug",
                "ruiz-partners",
                "createdAt",
                "2026-03-01T09:30:00.000Z",
                "administrator",
                Map.of(
                    "staffId",
                    staff.value(),
                    "name",
                    "Ana Ruiz",
                    "email",
                    "Ana.Ruiz@example.com",
                    "account",
                    Map.of("status", "invited"))));

    Firm created = Firm.fromItem(item(TableKeys.firm(id)));
    assertThat(created.administrators()).isZero();
    assertThat(created.slug()).isEqualTo("ruiz-partners");
    StaffMember administrator = StaffMember.fromItem(item(TableKeys.staff(id, staff)));
    assertThat(administrator.role()).isEqualTo(Role.ADMINISTRATOR);
    assertThat(administrator.webPortal()).isFalse();
    assertThat(administrator.enabled()).isTrue();
    Holder holder = new Holder.Staff(id, staff);
    assertThat(Account.fromItem(item(TableKeys.account(holder))).status())
        .isEqualTo(AccountStatus.INVITED);
    EmailAddress same = new EmailAddress("ana.ruiz@EXAMPLE.com");
    assertThat(item(TableKeys.staffEmail(id, same)).fields().text("staffId"))
        .isEqualTo(staff.value());
    assertThat(item(TableKeys.site("ruiz-partners")).fields().text("firmId")).isEqualTo(id.value());
    assertThat(item(TableKeys.firmSite(id, "ruiz-partners")).fields().text("name"))
        .isEqualTo("Ruiz & Partners");
    List<Event> events =
        firm.table.partition("FIRM#" + id + "#EVENTS").stream().map(Event::fromItem).toList();
    assertThat(events)
        .extracting(Event::type)
        .containsExactlyInAnyOrder("FirmCreated", "StaffInvited");
    assertThat(events)
        .filteredOn(event -> event.data() instanceof StaffInvited)
        .allSatisfy(event -> {
          assertThat(event.data())
              .isInstanceOfSatisfying(
                  StaffInvited.class,
                  data -> {
                    assertThat(data.holder()).isEqualTo(holder);
                    assertThat(data.name()).isEqualTo("Ana Ruiz");
                  });
          assertThat(event.actor().person()).contains(operator);
        });
  }

  @Test
  void anyoneElse_evenAnAdministratorOfAFirm_isRefused_beforeTheBodyIsRead() {
    PersonId administrator = firm.staff(Role.ADMINISTRATOR, true);
    Map<Key, Item> before = firm.table.everything();

    assertThat(post(administrator, "not json").send(handler).problem())
        .isEqualTo("permission-required");
    assertThat(post(TestFirm.person(), RUIZ).send(handler).status()).isEqualTo(403);
    assertThat(post(operator, "not json").send(handler).problem()).isEqualTo("malformed-json");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void allFaultsAreReportedAtOnce_andNothingChanges() {
    Map<Key, Item> before = firm.table.everything();

    Exchange.Answer answer =
        post(
                operator,
                "{\"slug\": \"-a-\", \"administrator\": {\"name\": 7, \"email\": \"a@\"}, \"x\":"
                    + " 1}")
            .send(handler);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(((List<?>) answer.get("errors")).stream().map(CreateFirmTest::fault))
        .containsExactlyInAnyOrder(
            "/name required",
            "/slug format",
            "/administrator/name type",
            "/administrator/email format",
            "/x unknown");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  private static String fault(Object fault) {
    Map<?, ?> members = (Map<?, ?>) fault;
    return members.get("pointer") + " " + members.get("code");
  }

  @Test
  void aSlug_has3To63LowerCaseLettersDigitsAndInnerHyphens() {
    for (String slug : List.of("abc", "a-1", "0".repeat(63))) {
      assertThat(post(operator, RUIZ.replace("ruiz-partners", slug)).send(handler).status())
          .isEqualTo(201);
    }
    for (String slug : List.of("ab", "0".repeat(64), "abc-", "Abc", "a_c", "a.c", "äbc", "abc ")) {
      assertThat(post(operator, RUIZ.replace("ruiz-partners", slug)).send(handler).problem())
          .isEqualTo("invalid-request");
    }
  }

  @Test
  void aTakenSlug_isRefused_evenIfAnotherFirmTakesItConcurrently() {
    post(operator, RUIZ).send(handler);
    Map<Key, Item> before = firm.table.everything();
    assertThat(post(operator, RUIZ).send(handler).problem()).isEqualTo("slug-taken");
    assertThat(firm.table.everything()).isEqualTo(before);

    String other = RUIZ.replace("ruiz-partners", "other");
    Table race =
        new CallSchedule()
            .beforeFirstWrite(() -> post(operator, other).send(handler))
            .around(firm.table);
    assertThat(post(operator, other).send(handler(race)).problem()).isEqualTo("slug-taken");
  }

  @Test
  void aRepeatedRequest_evenInParallel_getsTheFirstResult_andADifferentBodyIsRefused() {
    Exchange keyed = post(operator, RUIZ).header("idempotency-key", "k1");
    Table race = new CallSchedule().beforeFirstWrite(() -> keyed.send(handler)).around(firm.table);
    Exchange.Answer late = keyed.send(handler(race));
    Exchange.Answer again = keyed.send(handler);
    Exchange.Answer other =
        post(operator, RUIZ.replace("Ana", "Eva")).header("idempotency-key", "k1").send(handler);

    assertThat(late.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(late.body());
    assertThat(again.headers()).isEqualTo(late.headers());
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(firm.table.everything().keySet())
        .filteredOn(key -> key.sk().equals("FIRM"))
        .hasSize(2);
  }
}
