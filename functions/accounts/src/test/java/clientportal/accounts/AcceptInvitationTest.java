package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.VerificationRequested;
import clientportal.access.keys.TableKeys;
import clientportal.platform.Hashes;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AcceptInvitationTest {
  private final TestFirm firm = new TestFirm();
  private final AcceptInvitationHandler handler =
      new AcceptInvitationHandler(new AcceptInvitation(firm.table, firm.clock, firm.ids));

  private Exchange.Answer post(String json) {
    return Exchange.of("POST", "/v1/invitations/accept").json(json).send(handler);
  }

  @Test
  void anyToken_isRecordedByItsHash_andTheBrowserGetsAKey() {
    Exchange.Answer answer = post("{\"token\": \"what a token\"}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.get("expiresAt")).isEqualTo("2026-03-01T10:00:00.000Z");
    String browserKey = (String) answer.get("browserKey");
    assertThat(browserKey).hasSize(43);
    assertThat(firm.table.everything().values())
        .filteredOn(item -> item.fields().has(Event.TYPE))
        .singleElement()
        .satisfies(AcceptInvitationTest::isEvent)
        .extracting(item -> Event.fromItem(item).data())
        .isEqualTo(
            new VerificationRequested(Hashes.sha256("what a token"), Hashes.sha256(browserKey)));
    assertThat(firm.table.everything().toString()).doesNotContain("what a token", browserKey);
    assertThat(answer.log().toString()).doesNotContain("what a token", browserKey);
  }

  private static void isEvent(Item item) {
    Event event = Event.fromItem(item);
    assertThat(event.type()).isEqualTo("VerificationRequested");
    assertThat(event.keptUntil()).isPresent();
  }

  @Test
  void faults_areReported() {
    assertThat(post("{}").get("errors").toString()).contains("/token", "required");
    assertThat(post("{\"token\": 7}").get("errors").toString()).contains("type");
    assertThat(post("{\"token\": \"t\", \"token\": \"t\"}").problem()).isEqualTo("malformed-json");
  }

  @Test
  void aCallAboveTheLimitOfTheNetwork_hasTheSameAnswer_andRegistrationsAreCountedApart() {
    Key counter = TableKeys.invitationLimit(Network.of("192.0.2.1").single());
    post("{\"token\": \"first\"}");
    ((Table) firm.table)
        .update(Write.update(counter).add("count", 198).when(Condition.equal("count", 1)));
    post("{\"token\": \"last\"}");
    Map<Key, Item> before = new HashMap<>(firm.table.everything());
    assertThat(before.values()).filteredOn(item -> item.fields().has(Event.TYPE)).hasSize(2);

    Exchange.Answer refused = post("{\"token\": \"late\"}");

    assertThat(refused.status()).isEqualTo(202);
    assertThat((String) refused.get("browserKey")).hasSize(43);
    assertThat(refused.log()).anyMatch(line -> line.contains("\"LimitsRefused\":1"));
    Map<Key, Item> after = new HashMap<>(firm.table.everything());
    after.remove(counter);
    before.remove(counter);
    assertThat(after).isEqualTo(before);
    assertThat(after.get(TableKeys.callLimit(Network.of("192.0.2.1").single()))).isNull();
  }
}
