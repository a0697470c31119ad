package clientportal.local.events;

import static clientportal.local.fixture.Fixture.put;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.local.LocalStack;
import clientportal.local.fixture.Fixture;
import clientportal.local.fixture.RecordingHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class PumpsIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final LocalStack stack = Fixture.stack();

  @Test
  void write_goesByStreamTopicAndFilter_intoTheFunctionOfItsQueue() throws Exception {
    put(stack, "pumped-1", "work", "for the worker");
    put(stack, "pumped-2", "also-work", "for the worker too");
    put(stack, "pumped-3", "other", "for nobody");
    stack
        .dynamoDbClient()
        .putItem(item ->
            item.tableName("fixture-table")
                .item(
                    Map.of(
                        "PK", AttributeValue.fromS("pumped-4"),
                        "SK", AttributeValue.fromS("x"),
                        "text", AttributeValue.fromS("without kind"))));
    stack.settle();

    assertThat(bodies("for the worker")).containsExactly("for the worker");
    assertThat(bodies("for the worker too")).containsExactly("for the worker too");
    assertThat(bodies("for nobody")).isEmpty();
    assertThat(bodies("without kind")).isEmpty();
    JsonNode record = records("for the worker").getFirst();
    assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs");
    assertThat(record.path("eventSourceARN").asText()).endsWith(":portal-Work");
    assertThat(record.path("messageAttributes").path("kind").path("stringValue").asText())
        .isEqualTo("work");
    assertThat(record.path("attributes").path("ApproximateReceiveCount").asText()).isEqualTo("1");
  }

  @Test
  void update_isNotAnInsert_andIsFilteredOut() throws Exception {
    put(stack, "updated", "work", "first text");
    put(stack, "updated", "work", "second text");
    stack.settle();

    assertThat(bodies("first text")).hasSize(1);
    assertThat(bodies("second text")).isEmpty();
  }

  @Test
  void failedMessage_isTriedAgainAlone_thenGoesToTheDeadLetters_andBack() throws Exception {
    put(stack, "failing-1", "work", "fails once");
    put(stack, "failing-2", "work", "is poison");
    put(stack, "failing-3", "work", "works at the first try");
    stack.settle();

    assertThat(bodies("fails once")).hasSize(2);
    assertThat(bodies("is poison")).hasSize(3);
    LocalQueue deadLetters = stack.queues().byName("WorkDeadLetters");
    assertThat(deadLetters.messages()).extracting(QueuedMessage::body).containsExactly("is poison");

    stack.queues().redrive(deadLetters);
    stack.settle();

    assertThat(bodies("is poison")).hasSize(6);
    assertThat(deadLetters.messages()).hasSize(1);
  }

  @Test
  void recordThatCannotBeRelayed_isIsolated_theOthersPass() throws Exception {
    for (int i = 0; i < 4; i++) {
      put(stack, "bisected-" + i, "work", i == 2 ? "unpublishable" : "publishable " + i);
    }
    stack.settle();

    assertThat(bodies("publishable 0")).isNotEmpty();
    assertThat(bodies("publishable 1")).isNotEmpty();
    assertThat(bodies("publishable 3")).isNotEmpty();
    assertThat(bodies("unpublishable")).isEmpty();
    assertThat(lost("DDBStreamBatchInfo")).isNotEmpty();
  }

  @Test
  void queueWithoutRawDelivery_getsTheEnvelope() throws Exception {
    put(stack, "wrapped", "wrapped", "in an envelope");
    stack.settle();

    JsonNode envelope =
        MAPPER.readTree(stack.queues().byName("Wrapped").messages().getFirst().body());
    assertThat(envelope.path("Type").asText()).isEqualTo("Notification");
    assertThat(envelope.path("Message").asText()).isEqualTo("in an envelope");
    assertThat(envelope.path("MessageAttributes").path("kind").path("Value").asText())
        .isEqualTo("wrapped");
  }

  @Test
  void object_isReportedToTheRulesQueueAndFunction_andAFailureIsKept() throws Exception {
    String bucket = stack.application().buckets().getFirst().name();
    stack
        .s3Client()
        .putObject(
            object -> object.bucket(bucket).key("reported/ä 1"), RequestBody.fromString("hello"));
    stack
        .s3Client()
        .putObject(object -> object.bucket(bucket).key("crash"), RequestBody.fromString("x"));
    stack.settle();

    List<JsonNode> events =
        RecordingHandler.events("OnObject").stream()
            .filter(event ->
                event.path("detail").path("object").path("key").asText().equals("reported/ä 1"))
            .toList();
    JsonNode event = events.getFirst();
    assertThat(events).hasSize(1);
    assertThat(event.path("source").asText()).isEqualTo("aws.s3");
    assertThat(event.path("detail-type").asText()).isEqualTo("Object Created");
    assertThat(event.path("detail").path("object").path("size").asInt()).isEqualTo(5);
    assertThat(event.path("detail").path("object").path("etag").asText()).hasSize(32);
    assertThat(event.path("detail").path("reason").asText()).isEqualTo("PutObject");
    assertThat(stack.queues().byName("Objects").messages())
        .anySatisfy(message -> assertThat(message.body()).contains("reported/ä 1"));
    assertThat(
            RecordingHandler.events("OnObject").stream()
                .filter(each -> each.toString().contains("crash")))
        .hasSize(2);
    assertThat(lost("RetriesExhausted")).isNotEmpty();
  }

  @Test
  void schedule_firesWhenAMinutePasses_onceHoweverManyPass_andWhenSettled() throws Exception {
    stack.settle();
    int before = RecordingHandler.events("Tick").size();
    stack.clock().advance(Duration.ofMinutes(3));
    for (int i = 0; i < 1_000 && RecordingHandler.events("Tick").size() == before; i++) {
      Thread.sleep(20);
    }
    int afterAdvance = RecordingHandler.events("Tick").size();
    assertThat(afterAdvance).isEqualTo(before + 1);

    stack.settle();

    assertThat(RecordingHandler.events("Tick").size()).isGreaterThan(afterAdvance);
    assertThat(RecordingHandler.events("Tick").getLast().path("source").asText())
        .isEqualTo("aws.scheduler");
  }

  private List<String> lost(String sign) {
    return stack.queues().byName("Lost").messages().stream()
        .map(QueuedMessage::body)
        .filter(body -> body.contains(sign))
        .toList();
  }

  private static List<String> bodies(String text) {
    return records(text).stream().map(record -> record.path("body").asText()).toList();
  }

  private static List<JsonNode> records(String text) {
    List<JsonNode> records = new ArrayList<>();
    for (JsonNode event : RecordingHandler.events("Worker")) {
      for (JsonNode record : event.path("Records")) {
        if (record.path("body").asText().equals(text)) {
          records.add(record);
        }
      }
    }
    return records;
  }
}
