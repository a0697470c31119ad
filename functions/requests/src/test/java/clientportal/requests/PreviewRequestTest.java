package clientportal.requests;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.EmailAddress;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.Holder;
import clientportal.access.records.Account;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What staff see before they ask for something. */
final class PreviewRequestTest {
  private static final String ONE = "{\"items\": [{\"name\": \"Deeds\"}]}";
  private static final String PREPARED = "{\"draft\": true, \"items\": [{\"name\": \"Deeds\"}]}";

  private final TestRequests requests = new TestRequests();
  private final EngagementPath loan = requests.engagement("Loan");

  PreviewRequestTest() {
    Holder.Party carla = new Holder.Party(requests.client, Recipient.CLIENT);
    Account account =
        Account.invite(carla, new EmailAddress("carla@client.test"), TestFirm.NOW)
            .activate(requests.carla, TestFirm.NOW);
    requests.table.write(List.of(Write.put(account.toItem())));
  }

  /** Previews a request; whatever comes out, nothing is written. */
  private Exchange.Answer preview(String json) {
    Map<Key, Item> before = requests.firm.table.everything();
    Exchange.Answer answer = requests.preview(requests.table, requests.sharer, loan, json);
    assertThat(requests.firm.table.everything()).isEqualTo(before);
    return answer;
  }

  private static Map<?, ?> only(Exchange.Answer answer, String list) {
    List<?> all = (List<?>) answer.get(list);
    assertThat(all).hasSize(1);
    return (Map<?, ?>) all.getFirst();
  }

  @Test
  @Tag("ST9")
  void whoIsAsked_isListed_withTheDigestThatNamesIt() {
    Exchange.Answer answer = preview(ONE);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(only(answer, "deliveries"))
        .isEqualTo(
            Map.of(
                "recipient", "client",
                "name", "Carla Client",
                "channel", "digest",
                "at", "2026-03-01T09:35:00.000Z",
                "joins", 0L));
    assertThat(answer.get("mails")).isEqualTo(1L);
  }

  @Test
  void aContactWithAnAddress_isInvited_andOneWithout_isNotNotified() {
    String ines =
        requests.firm.contact(requests.client, Optional.of("ines@example.test"), true).id().value();
    String body = "{\"assignee\": \"%s\", \"items\": [{\"name\": \"Deeds\"}]}";

    assertThat(only(preview(body.formatted(ines)), "deliveries").get("channel"))
        .isEqualTo("invitation");
    assertThat(only(preview(body.formatted(requests.contact)), "withheld").get("reason"))
        .isEqualTo("no-account");
  }

  @Test
  void whatIsOnlyPrepared_notifiesNobody_untilItIsSent() {
    assertThat(preview(PREPARED).get("people")).isEqualTo(0L);
    assertThat(preview("{\"send\": {}}").get("people")).isEqualTo(0L);
    requests.request(requests.table, requests.sharer, loan, PREPARED);

    assertThat(only(preview("{\"send\": {}}"), "deliveries").get("channel")).isEqualTo("digest");
  }

  @Test
  void whatTheChangeRefuses_isRefused() {
    assertThat(preview("{}").problem()).isEqualTo("invalid-request");
    assertThat(preview("{\"send\": {\"itemIds\": []}}").problem()).isEqualTo("invalid-request");
    assertThat(
            preview("{\"send\": {\"itemIds\": [\"%s\"]}}".formatted(requests.firm.ids.next()))
                .problem())
        .isEqualTo("unknown-reference");
    assertThat(requests.preview(requests.table, requests.staff, loan, "{\"send\": {}}").problem())
        .isEqualTo("permission-required");
    assertThat(requests.preview(requests.table, requests.staff, loan, ONE).problem())
        .isEqualTo("permission-required");
    assertThat(requests.preview(requests.table, requests.staff, loan, PREPARED).status())
        .isEqualTo(200);
    requests.setStatus(requests.table, requests.sharer, loan, "{\"status\": \"cancelled\"}");
    assertThat(preview(ONE).problem()).isEqualTo("status-conflict");
  }
}
