package clientportal.requests;

import static clientportal.requests.TestRequests.ids;
import static clientportal.requests.TestRequests.items;
import static clientportal.requests.TestRequests.named;
import static clientportal.requests.TestRequests.ok;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.ids.ItemId;
import clientportal.access.keys.EngagementPath;
import clientportal.access.records.AssignedRequest;
import clientportal.access.records.ItemStatus;
import clientportal.access.records.RequestItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What is done to all items of an engagement that has the most of them, asked of the most
 * recipients: each action is one transaction, which the table refuses if it is too large.
 */
final class LargestEngagementTest {
  private final TestRequests requests = new TestRequests();
  private final EngagementPath path = requests.engagement("Audit");
  private final List<String> recipients =
      IntStream.range(0, RequestItem.MOST_ASSIGNEES)
          .mapToObj(i ->
              i == 0
                  ? "client"
                  : requests.firm.contact(requests.client, Optional.empty(), true).id().value())
          .toList();

  /** Asks every recipient for as many items; returns all. */
  private List<ItemId> ask(boolean draft) {
    int each = RequestItem.MOST / recipients.size();
    List<ItemId> asked = new ArrayList<>();
    for (int i = 0; i < recipients.size(); i++) {
      int first = i * each;
      List<String> wanted =
          IntStream.range(first, first + each)
              .mapToObj("\"name\": \"Question %d\", \"kind\": \"text\""::formatted)
              .toList();
      String more = ", \"assignee\": \"%s\", \"draft\": %b".formatted(recipients.get(i), draft);
      String json = items(wanted, more);
      asked.addAll(ids(ok(requests.request(requests.table, requests.sharer, path, json))));
    }
    assertThat(asked).hasSize(RequestItem.MOST);
    return asked;
  }

  private List<ItemStatus> statuses() {
    return requests.stored(path).items().stream().map(RequestItem::status).distinct().toList();
  }

  /** Tells for how many recipients nothing is open or in review. */
  private long settled() {
    return requests.stored(path).assigned().stream().filter(AssignedRequest::settled).count();
  }

  private void set(String status, String more) {
    String json = "{\"status\": \"%s\"%s}".formatted(status, more);
    ok(requests.setStatus(requests.table, requests.sharer, path, json));
  }

  @Test
  void allDrafts_areSentAtOnce() {
    ask(true);

    ok(requests.send(requests.table, requests.sharer, path, "{}"));

    assertThat(statuses()).containsExactly(ItemStatus.OPEN);
  }

  @Test
  void allItems_areAccepted_andReopenedAtOnce() {
    List<ItemId> asked = ask(false);
    asked.forEach(
        item -> ok(requests.answer(requests.table, requests.sharer, path, item, "\"So.\"")));
    String reviews =
        asked.stream()
            .map("{\"itemId\": \"%s\", \"verdict\": \"accept\"}"::formatted)
            .collect(Collectors.joining(", ", "{\"reviews\": [", "]}"));

    ok(requests.review(requests.table, requests.sharer, path, reviews));

    assertThat(statuses()).containsExactly(ItemStatus.ACCEPTED);
    assertThat(settled()).isEqualTo(RequestItem.MOST_ASSIGNEES);
    String again =
        named(asked.toArray(ItemId[]::new)).replaceFirst("}$", ", \"reason\": \"Why?\"}");
    ok(requests.reopen(requests.table, requests.sharer, path, again));
    assertThat(statuses()).containsExactly(ItemStatus.OPEN);
    assertThat(settled()).isZero();
  }

  @Test
  void allItems_areCancelledAtOnce() {
    List<ItemId> asked = ask(false);

    ok(requests.cancel(requests.table, requests.sharer, path, named(asked.toArray(ItemId[]::new))));

    assertThat(statuses()).containsExactly(ItemStatus.CANCELLED);
    assertThat(settled()).isEqualTo(RequestItem.MOST_ASSIGNEES);
  }

  @Test
  void theEngagement_isCancelled_reopenedAndCompleted_withAllItems() {
    ask(false);

    set("cancelled", "");
    assertThat(statuses()).containsExactly(ItemStatus.CANCELLED);
    set("open", "");
    assertThat(statuses()).containsExactly(ItemStatus.OPEN);
    set("completed", ", \"rest\": \"cancel\"");

    assertThat(statuses()).containsExactly(ItemStatus.CANCELLED);
    assertThat(settled()).isEqualTo(RequestItem.MOST_ASSIGNEES);
  }
}
