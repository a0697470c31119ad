package clientportal.firms;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.ids.PersonId;
import clientportal.access.records.Client;
import clientportal.platform.http.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GetFirmTest {
  private final TestFirm firm = new TestFirm();
  private final GetFirmHandler handler = new GetFirmHandler(new GetFirm(firm.access()));

  private Exchange.Answer get(PersonId caller, Object id) {
    return Exchange.of("GET", "/v1/firms/" + id)
        .as(caller.value())
        .path("firmId", id)
        .send(handler);
  }

  @Test
  void staff_readTheFirmAndItsSettings() {
    Exchange.Answer answer = get(firm.staff(Role.STAFF, false), firm.id);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("etag", "\"1\"");
    assertThat(answer.body())
        .contains(
            Map.of(
                "firmId",
                firm.id.value(),
                "name",
                "Meyer & Søn",
                "slug",
                "meyer",
                "createdAt",
                "2026-03-01T09:30:00.000Z",
                "settings",
                Map.ofEntries(
                    Map.entry("digestMinutes", 5L),
                    Map.entry("selfRegistration", "create"),
                    Map.entry("timeZone", "UTC"),
                    Map.entry("language", "en"),
                    Map.entry("passwordClasses", false),
                    Map.entry("secondFactor", "administrators"),
                    Map.entry("notices", Map.of("notes", Map.of("email", true, "sms", false))),
                    Map.entry("quietDays", List.of()),
                    Map.entry(
                        "reminders",
                        Map.of(
                            "firstAfterDays",
                            3L,
                            "everyDays",
                            4L,
                            "beforeDueDays",
                            List.of(7L, 1L),
                            "atMost",
                            10L)),
                    Map.entry("remindAt", "09:00"),
                    Map.entry("deliveries", Map.of()),
                    Map.entry("requiredForStaff", List.of()))));
  }

  @Test
  void otherCallers_getTheSameAnswerAsForAnUnknownFirm() {
    PersonId outsider = new TestFirm(firm.table).staff(Role.ADMINISTRATOR, true);
    PersonId client = firm.link(firm.client(Client.Kind.CLIENT, Optional.empty()).path());

    Exchange.Answer unknown = get(outsider, firm.ids.next());
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(get(outsider, firm.id).body()).isEqualTo(unknown.body());
    assertThat(get(client, firm.id).body()).isEqualTo(unknown.body());
    assertThat(get(outsider, "not-an-id").body()).isEqualTo(unknown.body());
  }
}
