package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Portal;
import clientportal.local.LocalStack;
import clientportal.local.events.LocalQueue;
import clientportal.local.functions.AwsCall;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/** Events that the relay could not publish are read again from the stream, by their positions. */
final class LostEventsIT {
  private static final LocalStack STACK = Portal.stack();
  private static final LocalQueue DEAD_LETTERS = STACK.queues().byName("RelayDeadLetters");

  @Test
  void lostEvents_arePublishedLater_andOnlyThoseThatCannotBeAreKept() throws Exception {
    STACK.settle();
    STACK.calls().clear();
    int before = DEAD_LETTERS.messages().size();

    // SNS refuses a type without text, so that the relay stops at the first.
    write(List.of(event("a-poisoned", ""), event("b-lost-behind-it", "NobodyListens")));
    settle();

    assertThat(published("RelayEvents")).doesNotContain("b-lost-behind-it");
    assertThat(published("RelayLostEvents")).contains("b-lost-behind-it");
    assertThat(DEAD_LETTERS.messages()).hasSize(before + 1);
    assertThat(DEAD_LETTERS.messages().getLast().body()).contains("DDBStreamBatchInfo");
  }

  private static void settle() throws InterruptedException {
    try {
      STACK.settle();
    } catch (IllegalStateException stillUnderWay) {
      // Twenty tries take a while; then five more.
      STACK.settle();
    }
  }

  private static List<String> published(String function) {
    return STACK.calls().callsOf("-" + function).stream()
        .filter(call -> call.response().isPresent())
        .map(AwsCall::request)
        .flatMap(request ->
            request instanceof PublishRequest publish ? Stream.of(publish.message()) : Stream.of())
        .map(message -> message.replaceAll(".*\"sk\":\"([^\"]+)\".*", "$1"))
        .toList();
  }

  private static Map<String, AttributeValue> event(String sk, String type) {
    return Map.of(
        "PK", AttributeValue.fromS("LOST#EVENTS"),
        "SK", AttributeValue.fromS(sk),
        "eventType", AttributeValue.fromS(type));
  }

  private static void write(List<Map<String, AttributeValue>> items) {
    String table = STACK.application().tables().getFirst().name();
    STACK
        .dynamoDbClient()
        .transactWriteItems(transaction ->
            transaction.transactItems(
                items.stream()
                    .map(item ->
                        TransactWriteItem.builder()
                            .put(Put.builder().tableName(table).item(item).build())
                            .build())
                    .toList()));
  }
}
