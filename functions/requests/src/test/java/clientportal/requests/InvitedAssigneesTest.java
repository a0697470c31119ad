package clientportal.requests;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.DocumentsRequested;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Contact;
import clientportal.platform.http.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Contacts who are invited because something is asked of them. */
final class InvitedAssigneesTest {
  private final TestRequests requests = new TestRequests();
  private final Recipient.Contact ines =
      new Recipient.Contact(
          requests.firm.contact(requests.client, Optional.of("ines@example.test"), true).id());
  private final EngagementPath loan = requests.engagement("Loan");

  private String body(int items, String more) {
    return "{\"assignee\": \"%s\"%s, \"items\": [%s]}"
        .formatted(
            ines.text(),
            more,
            IntStream.range(0, items)
                .mapToObj(i -> "{\"name\": \"Document %d\"}".formatted(i))
                .collect(Collectors.joining(",")));
  }

  private Optional<Account> account() {
    return requests
        .table
        .find(TableKeys.account(new Holder.Party(requests.client, ines)))
        .map(Account::fromItem);
  }

  private static void assertAllNotified(Exchange.Answer answer) {
    assertThat(answer.get("notNotified")).isEqualTo(List.of());
  }

  @Test
  void whoeverHasAnAddressAndNoAccount_isInvitedOnce() {
    assertAllNotified(requests.request(requests.table, requests.sharer, loan, body(2, "")));

    assertThat(account()).map(Account::status).contains(AccountStatus.INVITED);
    requests.request(requests.table, requests.sharer, loan, body(1, ""));
    assertThat(requests.events(DocumentsRequested.class))
        .extracting(DocumentsRequested::invited)
        .containsExactlyInAnyOrder(List.of(ines), List.of());
  }

  @Test
  void whatIsPrepared_invitesNobody_untilItIsSent() {
    requests.request(requests.table, requests.staff, loan, body(2, ", \"draft\": true"));
    assertThat(account()).isEmpty();

    assertAllNotified(requests.send(requests.table, requests.sharer, loan, "{}"));

    assertThat(account()).map(Account::status).contains(AccountStatus.INVITED);
    assertThat(requests.events(DocumentsRequested.class))
        .extracting(DocumentsRequested::invited)
        .containsExactly(List.of(ines));
  }

  @Test
  void anAccountThatWasRevoked_doesNotComeBack() {
    requests.request(requests.table, requests.sharer, loan, body(1, ""));
    Account revoked = account().orElseThrow().revoke();
    Contact contact =
        Contact.fromItem(requests.table.require(TableKeys.contact(requests.client, ines.id())));
    requests.table.write(List.of(revoked.replace(), revoked.copyToHolder(contact.revision())));

    Exchange.Answer again = requests.request(requests.table, requests.sharer, loan, body(2, ""));

    assertThat(again.get("notNotified"))
        .isEqualTo(List.of(Map.of("recipient", ines.text(), "reason", "no-account")));
    assertThat(account()).map(Account::status).contains(AccountStatus.REVOKED);
  }
}
