package clientportal.requests;

import static clientportal.requests.TestRequests.named;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.NamedEngagement;
import clientportal.access.events.EventData.RequestReminded;
import clientportal.access.ids.ItemId;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.ReminderPlan;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SendReminderTest {
  private static final String ALL = "{}";

  private final TestRequests requests = new TestRequests();
  private final EngagementPath path = requests.engagement("Loan");
  private final ItemId passport =
      requests.asked(path, "\"name\": \"Passport\", \"kind\": \"text\"").getFirst();

  private Exchange.Answer remind(String json) {
    return requests.remind(requests.table, requests.sharer, path, json);
  }

  private Exchange.Answer remindAfter(Duration time, String json) {
    Clock later = Clock.offset(requests.firm.clock, time);
    return requests.remind(
        new RequestsModule(new Access(requests.table, later), requests.table, requests.firm.ids),
        requests.sharer,
        path,
        json);
  }

  private String faults(String recipients) {
    return remind("{\"recipients\": %s}".formatted(recipients)).get("errors").toString();
  }

  private Map<Key, Item> everything() {
    return requests.firm.table.everything();
  }

  /** Asks Colin for something too, who has an account with this status. */
  private String ofColin(AccountStatus account) {
    requests.putContact(account);
    TestRequests.ok(
        requests.request(
            requests.table,
            requests.sharer,
            path,
            TestRequests.items(
                List.of("\"name\": \"Payslip\""),
                ", \"assignee\": \"%s\"".formatted(requests.contact))));
    return requests.contact.value();
  }

  @Test
  void whoeverHasSomethingOpen_isReminded_andTheEventSaysOfWhat() {
    requests.asked(path, "\"name\": \"Photo\", \"required\": false");

    Exchange.Answer answer = remind(ALL);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.get("notified")).isEqualTo(List.of("client"));
    assertThat(answer.get("notNotified")).isEqualTo(List.of());
    assertThat(requests.events(RequestReminded.class))
        .containsExactly(
            new RequestReminded(
                new NamedEngagement(path, "Loan"), List.of(passport), List.of(Recipient.CLIENT)));
    ReminderPlan plan = ReminderPlan.fromItem(requests.table.require(RequestKeys.reminders(path)));
    assertThat(plan.of(Recipient.CLIENT).sent()).isEqualTo(1);
    assertThat(plan.of(Recipient.CLIENT).lastAt()).contains(TestFirm.NOW);
  }

  @Test
  void staff_seeHowEachIsReminded() {
    remind(ALL);

    Exchange.Answer engagement = requests.get(requests.table, requests.staff, path);

    assertThat(engagement.get("reminded"))
        .isEqualTo(
            List.of(
                Map.of(
                    "recipient",
                    "client",
                    "sent",
                    1L,
                    "lastAt",
                    "2026-03-01T09:30:00.000Z",
                    "nextAt",
                    "2026-03-04T09:00:00.000Z")));
    assertThat(requests.get(requests.table, requests.carla, path).has("reminded")).isFalse();
  }

  @Test
  void theSameRequestAgain_hasTheSameAnswer_andAnotherOneIsTooMuchForToday() {
    Exchange.Answer first = remind(ALL);
    Map<Key, Item> before = everything();

    assertThat(remind(ALL).body()).isEqualTo(first.body());
    Exchange.Answer other = remind("{\"recipients\": [\"client\"]}");
    assertThat(other.status()).isEqualTo(429);
    assertThat(other.problem()).isEqualTo("too-many-requests");
    assertThat(other.headers()).containsEntry("retry-after", "52200");
    assertThat(everything()).isEqualTo(before);
    assertThat(remindAfter(Duration.ofHours(14), "{\"recipients\": [\"client\"]}").status())
        .isEqualTo(429);
    assertThat(remindAfter(Duration.ofHours(15), "{\"recipients\": [\"client\"]}").status())
        .isEqualTo(202);
  }

  @Test
  void whoHasNoAccount_orWasRemindedToday_isNamed() {
    remind("{\"recipients\": [\"client\"]}");
    String colin = ofColin(AccountStatus.BOUNCED);

    Exchange.Answer answer = remindAfter(Duration.ofDays(1), ALL);
    assertThat(answer.get("notified")).isEqualTo(List.of("client"));
    assertThat(answer.get("notNotified"))
        .isEqualTo(List.of(Map.of("recipient", colin, "reason", "bounced")));

    requests.putContact(AccountStatus.ACTIVE);
    Exchange.Answer second =
        remindAfter(Duration.ofDays(1), "{\"recipients\": [\"%s\", \"client\"]}".formatted(colin));
    assertThat(second.get("notified")).isEqualTo(List.of(colin));
    assertThat(second.get("notNotified"))
        .isEqualTo(List.of(Map.of("recipient", "client", "reason", "reminded-today")));
  }

  @Test
  void nobodyWithAnAccount_isAnAnswerWithoutEvent() {
    String colin = ofColin(AccountStatus.NONE);

    Exchange.Answer answer = remind("{\"recipients\": [\"%s\"]}".formatted(colin));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.get("notified")).isEqualTo(List.of());
    assertThat(answer.get("notNotified"))
        .isEqualTo(List.of(Map.of("recipient", colin, "reason", "no-account")));
    assertThat(requests.events(RequestReminded.class)).isEmpty();
  }

  @Test
  void nothingOpen_isAConflict_andChangesNothing() {
    TestRequests.ok(requests.answer(requests.table, requests.carla, path, passport, "\"X1\""));
    TestRequests.ok(requests.submit(requests.table, requests.carla, path, named(passport)));
    Map<Key, Item> before = everything();

    Exchange.Answer answer = remind(ALL);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("status-conflict");
    assertThat(answer.get("state")).isEqualTo("open");
    assertThat(everything()).isEqualTo(before);
    TestRequests.ok(
        requests.setStatus(requests.table, requests.sharer, path, "{\"status\": \"cancelled\"}"));
    assertThat(remind(ALL).get("state")).isEqualTo("cancelled");
  }

  @Test
  void whoeverIsAskedNothing_isUnknown() {
    assertThat(faults("[\"client\", \"%s\"]".formatted(requests.contact)))
        .contains("pointer=/recipients/1", "code=unknown")
        .doesNotContain("/recipients/0");
  }

  @Test
  void aBodyWithFaults_isRefusedWithAllOfThem() {
    assertThat(faults("[]")).contains("pointer=/recipients", "code=length");
    assertThat(faults("[\"client\", \"client\"]")).contains("code=duplicate");
    assertThat(faults("[\"all-authorized\"]")).contains("pointer=/recipients/0", "code=format");
  }

  @Test
  void othersThanStaffWithTheWebPortalPermission_areRefused() {
    assertThat(requests.remind(requests.table, requests.staff, path, ALL).status()).isEqualTo(403);
    assertThat(requests.remind(requests.table, requests.carla, path, ALL).status()).isEqualTo(403);
    assertThat(requests.remind(requests.table, requests.colin, path, ALL).status()).isEqualTo(404);
  }
}
