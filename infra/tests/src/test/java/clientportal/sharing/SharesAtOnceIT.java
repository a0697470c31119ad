package clientportal.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Portal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Twenty callers save the shares of one item at the same moment. */
final class SharesAtOnceIT {
  private final Office office = Office.open();
  private final Office.Client.SignedIn carla = office.activeClient("Carla");
  private final Office.Client client = carla.client();
  private final String contact = client.contact("Colin", true);
  private final String folder = client.path() + "/folders/" + client.folder("Taxes");

  /** Each differs from the next in more than one recipient. */
  private final List<Set<String>> sets =
      List.of(
          Set.of("client view"),
          Set.of(contact + " view", "all-authorized view"),
          Set.of("client view", contact + " view"),
          Set.of());

  @Test
  void ofAFolder_oneSetIsStoredWhole_andTheEventsHaveTrueDifferences() throws Exception {
    toggle(folder, "FolderShared");
  }

  @Test
  void ofADocument_oneSetIsStoredWhole_andTheEventsHaveTrueDifferences() throws Exception {
    toggle(
        folder + "/documents/" + File.text("a.txt", "a").upload(office.administrator(), folder),
        "DocumentShared");
  }

  private void toggle(String item, String event) throws Exception {
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
      List<Future<Answer>> saved = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String[] shares = sets.get(i % sets.size()).toArray(String[]::new);
        saved.add(threads.submit(() -> Shares.set(office, item, shares)));
      }
      for (Future<Answer> each : saved) {
        answers.add(answer(each).status());
      }
    }

    assertThat(answers).contains(200).isSubsetOf(200, 409);
    Answer stored = office.administrator().get(item + "/shares").is(200);
    Set<String> recipients = new HashSet<>(Shares.recipients(stored));
    assertThat(sets).contains(recipients);
    assertEventsLeadTo(event, recipients, stored);
    assertFeeds(item, recipients);
  }

  private static Answer answer(Future<Answer> saved) throws InterruptedException {
    try {
      return saved.get();
    } catch (ExecutionException failed) {
      throw new AssertionError(failed);
    }
  }

  /** Replays the events: each says what it changed, and together they lead to the stored set. */
  private void assertEventsLeadTo(String type, Set<String> recipients, Answer stored) {
    List<Map<String, AttributeValue>> events =
        Shares.events(client).stream()
            .filter(event -> Shares.text(event, "eventType").equals(type))
            .sorted(Comparator.comparing(event -> Shares.text(event, "SK")))
            .toList();
    // One for each change of the item but its first revision.
    assertThat(stored.header("etag")).contains("\"" + (1 + events.size() + offset(type)) + "\"");
    List<Map<String, AttributeValue>> left = new ArrayList<>(events);
    assertThat(leadsTo(Set.of(), left, names(recipients))).isTrue();
  }

  /** Before it is shared, a document is declared, verified and found free of malware. */
  private static int offset(String type) {
    return type.equals("DocumentShared") ? 2 : 0;
  }

  private static Set<String> names(Set<String> shares) {
    Set<String> names = new HashSet<>();
    shares.forEach(share -> names.add(share.split(" ", -1)[0]));
    return names;
  }

  /**
   * Tells whether there is an order in which each event's difference is true of the set before it;
   * events of one millisecond have none.
   */
  private static boolean leadsTo(
      Set<String> open, List<Map<String, AttributeValue>> events, Set<String> end) {
    if (events.isEmpty()) {
      return open.equals(end);
    }
    for (Map<String, AttributeValue> event : events) {
      Set<String> gained = recipients(event, "gained");
      Set<String> lost = recipients(event, "lost");
      boolean later = !Shares.text(event, "at").equals(Shares.text(events.getFirst(), "at"));
      if (later) {
        break;
      }
      if (open.containsAll(lost) && gained.stream().noneMatch(open::contains)) {
        Set<String> next = new HashSet<>(open);
        next.removeAll(lost);
        next.addAll(gained);
        List<Map<String, AttributeValue>> rest = new ArrayList<>(events);
        rest.remove(event);
        if (leadsTo(next, rest, end)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Set<String> recipients(Map<String, AttributeValue> event, String name) {
    Set<String> recipients = new HashSet<>();
    Shares.attribute(Shares.attribute(event, "data").m(), name)
        .l()
        .forEach(each -> recipients.add(each.s()));
    return recipients;
  }

  /** The rows of the feeds are those of the stored set. */
  private void assertFeeds(String item, Set<String> recipients) {
    String id = item.substring(item.lastIndexOf('/') + 1);
    Set<String> rows = new HashSet<>();
    Map<String, String> feeds =
        Map.of("client", "client", contact, contact, "all", "all-authorized");
    feeds.forEach((feed, recipient) -> {
      String partition =
          "FIRM#%s#CLIENT#%s#FEED#%s".formatted(office.firmId(), client.clientId(), feed);
      long found =
          Portal.stack()
              .dynamoDbClient()
              .query(request ->
                  request
                      .tableName(Portal.tableName())
                      .consistentRead(true)
                      .keyConditionExpression("PK = :pk")
                      .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition))))
              .items()
              .stream()
              .filter(row -> Shares.text(row, "SK").endsWith(id))
              .count();
      assertThat(found).isLessThanOrEqualTo(1);
      if (found == 1) {
        rows.add(recipient);
      }
    });
    assertThat(rows).isEqualTo(names(recipients));
  }
}
