package clientportal.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.local.fixture.Applications;
import clientportal.local.fixture.ScriptedHandler;
import clientportal.local.fixture.TestClock;
import clientportal.local.functions.FunctionHost;
import clientportal.local.template.Application;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A queue with three tries, in which a failed message is visible again at once. */
@Timeout(30)
final class QueuePumpTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String NAME = "QueuePumpTest";

  private final TestClock clock = new TestClock();
  private final Semaphore changes = new Semaphore(0);
  private final LocalQueue deadLetters =
      new LocalQueue(
          Applications.queue("Letters", Duration.ZERO, Optional.empty()), clock, () -> {});
  private final LocalQueue queue =
      new LocalQueue(
          Applications.queue(
              "Work", Duration.ZERO, Optional.of(new Application.DeadLetters("letters", 3))),
          clock,
          this::changed);
  private final FunctionHost functions = Applications.host(clock, Applications.function(NAME));
  private final List<List<JsonNode>> batches = new ArrayList<>();
  private Optional<QueuePump> pump = Optional.empty();

  private void changed() {
    this.queue.clockMoved();
    changes.release();
  }

  @AfterEach
  void stop() {
    pump.ifPresent(QueuePump::stop);
    functions.close();
  }

  /** Has the function answer this, and pumps messages until the queue is empty. */
  private void pump(
      int batchSize, boolean reports, Function<List<JsonNode>, String> answer, String... bodies)
      throws InterruptedException {
    queue.deadLetters(deadLetters);
    ScriptedHandler.script(
        NAME,
        (_, event) -> {
          List<JsonNode> records = records(event);
          synchronized (batches) {
            batches.add(records);
          }
          return answer.apply(records);
        });
    for (String body : bodies) {
      queue.send(body, Map.of());
    }
    start(batchSize, reports);
    while (!queue.messages().isEmpty()) {
      changes.acquire();
    }
  }

  private void start(int batchSize, boolean reports) {
    Application.QueueSource source =
        new Application.QueueSource("queue", batchSize, Duration.ZERO, reports);
    pump =
        Optional.of(
            new QueuePump(Applications.function(NAME), source, queue, functions, "eu-west-9"));
    pump.get().start();
  }

  private static List<JsonNode> records(String event) {
    try {
      List<JsonNode> records = new ArrayList<>();
      MAPPER.readTree(event).path("Records").forEach(records::add);
      return records;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String failed(List<JsonNode> records, String body) {
    return records.stream()
        .filter(record -> record.path("body").asText().equals(body))
        .map(record ->
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"%s\"}]}"
                .formatted(record.path("messageId").asText()))
        .findFirst()
        .orElse("");
  }

  private List<List<String>> bodies() {
    return batches.stream()
        .map(batch -> batch.stream().map(record -> record.path("body").asText()).toList())
        .toList();
  }

  private static List<String> bodies(LocalQueue queue) {
    return queue.messages().stream().map(QueuedMessage::body).toList();
  }

  @Test
  void aReportedMessage_isTriedAgainAlone_thenGoesToTheDeadLetters() throws Exception {
    pump(10, true, records -> failed(records, "b"), "a", "b", "c");

    assertThat(bodies()).containsExactly(List.of("a", "b", "c"), List.of("b"), List.of("b"));
    assertThat(batches)
        .extracting(batch ->
            batch.stream()
                .filter(record -> record.path("body").asText().equals("b"))
                .map(record -> record.at("/attributes/ApproximateReceiveCount").asText())
                .findFirst()
                .orElseThrow())
        .containsExactly("1", "2", "3");
    assertThat(bodies(deadLetters)).containsExactly("b");
  }

  @Test
  void messagesThatNoFunctionCanTake_goToTheDeadLetters_allOfThem() throws Exception {
    functions.close();

    pump(1, true, _ -> "", "a", "b", "c", "d");

    assertThat(bodies(deadLetters)).containsExactlyInAnyOrder("a", "b", "c", "d");
  }

  @Test
  void aReportOfAFunctionThatMayNotReport_isIgnored() throws Exception {
    pump(10, false, records -> failed(records, "b"), "a", "b");

    assertThat(bodies()).containsExactly(List.of("a", "b"));
    assertThat(deadLetters.messages()).isEmpty();
  }

  @Test
  void aFunctionThatFails_getsTheWholeBatchAgain() throws Exception {
    pump(
        10,
        true,
        records -> {
          if (records.size() == 2 && batches.size() < 3) {
            throw new IllegalStateException("as the test says");
          }
          return "";
        },
        "a",
        "b");

    assertThat(bodies().getFirst()).containsExactly("a", "b");
    assertThat(bodies().stream().flatMap(List::stream))
        .contains("a", "b")
        .hasSizeGreaterThanOrEqualTo(4);
    assertThat(deadLetters.messages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
        "{\"batchItemFailures\":[{\"messageId\":\"x\"}]}",
        "{\"batchItemFailures\":[{\"item",
      })
  void aReportThatCannotBeRead_failsTheWholeBatch(String report) throws Exception {
    pump(10, true, _ -> report, "a", "b");

    assertThat(bodies(deadLetters)).containsExactlyInAnyOrder("a", "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "null", "{\"batchItemFailures\":[]}"})
  void aReportOfNothing_isSuccess(String report) throws Exception {
    pump(10, true, _ -> report, "a", "b");

    assertThat(bodies()).containsExactly(List.of("a", "b"));
    assertThat(deadLetters.messages()).isEmpty();
  }

  @Test
  void batches_areNotLargerThanTheTemplateSays() throws Exception {
    pump(2, true, _ -> "", "a", "b", "c", "d", "e");

    assertThat(bodies()).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(2));
    assertThat(bodies().stream().flatMap(List::stream))
        .containsExactlyInAnyOrder("a", "b", "c", "d", "e");
  }

  @Test
  void twoBatches_areUnderWayAtOnce() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    pump(
        1,
        true,
        _ -> {
          both.countDown();
          try {
            return both.await(20, TimeUnit.SECONDS) ? "" : "not JSON";
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        },
        "a",
        "b");

    assertThat(bodies()).hasSize(2);
    assertThat(deadLetters.messages()).isEmpty();
  }

  @Test
  void aRecord_isAsOnAws() throws Exception {
    queue.send(
        "hello",
        Map.of(
            "kind", new QueuedMessage.Attribute("String", "x"),
            "bytes", new QueuedMessage.Attribute("Binary", "AAE=")));
    pump(10, true, _ -> "");

    JsonNode record = batches.getFirst().getFirst();
    assertThat(record.path("body").asText()).isEqualTo("hello");
    assertThat(record.path("md5OfBody").asText()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
    assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs");
    assertThat(record.path("eventSourceARN").asText()).isEqualTo(queue.arn());
    assertThat(record.path("awsRegion").asText()).isEqualTo("eu-west-9");
    assertThat(record.at("/attributes/SentTimestamp").asText())
        .isEqualTo(Long.toString(clock.millis()));
    assertThat(record.at("/messageAttributes/kind/stringValue").asText()).isEqualTo("x");
    assertThat(record.at("/messageAttributes/kind/dataType").asText()).isEqualTo("String");
    assertThat(record.at("/messageAttributes/bytes/binaryValue").asText()).isEqualTo("AAE=");
    assertThat(record.at("/messageAttributes/bytes").has("stringValue")).isFalse();
  }

  @Test
  void aStoppedPump_releasesTheMessagesOfItsFunction() throws Exception {
    CountDownLatch taken = new CountDownLatch(1);
    ScriptedHandler.script(
        NAME,
        (_, _) -> {
          taken.countDown();
          new CountDownLatch(1).await();
          return "";
        });
    queue.send("a", Map.of());
    start(10, true);
    assertThat(taken.await(20, TimeUnit.SECONDS)).isTrue();
    changes.drainPermits();

    pump.orElseThrow().stop();

    changes.acquire();
    QueuedMessage again = queue.receive(1).getFirst();
    assertThat(again.body()).isEqualTo("a");
    assertThat(again.received()).isGreaterThan(1);
  }
}
