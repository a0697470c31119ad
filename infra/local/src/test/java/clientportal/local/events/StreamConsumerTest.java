package clientportal.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.local.dynamodb.StreamRecord;
import clientportal.local.dynamodb.TableStream;
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
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records are named by the letter in their item; a test says at which of them a function fails. */
final class StreamConsumerTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String NAME = "StreamConsumerTest";
  private static final String NOTHING_FAILED = "{\"batchItemFailures\":[]}";
  private static final Application.Queue LOST =
      Applications.queue("Lost", Duration.ZERO, Optional.empty());
  private static final Application.StreamSource REPORTING =
      new Application.StreamSource(
          "stream", 100, List.of(), 2, false, true, Optional.of(LOST.arn()));
  private static final Application.StreamSource BISECTING =
      new Application.StreamSource(
          "stream", 100, List.of(), 2, true, true, Optional.of(LOST.arn()));

  private final TestClock clock = new TestClock();
  private final Queues queues = new Queues(List.of(LOST), clock, Optional.empty());
  private final FunctionHost functions = Applications.host(clock, Applications.function(NAME));

  /** The records of each call, as one word. */
  private final List<String> calls = new ArrayList<>();

  @AfterEach
  void stop() {
    functions.close();
  }

  /** Hands over one record for each letter, to a function with this answer to those of a call. */
  private void consume(
      Application.StreamSource source, String letters, Function<String, String> answer)
      throws InterruptedException {
    ScriptedHandler.script(
        NAME,
        (_, event) -> {
          calls.add(letters(event));
          return answer.apply(calls.getLast());
        });
    StreamConsumer consumer =
        new StreamConsumer(Applications.function(NAME), source, functions, queues, clock);
    consumer.accept(
        new TableStream.Batch(
            "arn of the stream",
            "shard 1",
            letters.chars().mapToObj(letter -> record((char) letter)).toList()));
  }

  private static StreamRecord record(char letter) {
    String number = "number of " + letter;
    return new StreamRecord(
        number,
        Map.of(
            "eventName",
            Character.isUpperCase(letter) ? "REMOVE" : "INSERT",
            "dynamodb",
            Map.of("SequenceNumber", number, "Keys", Map.of("PK", Map.of("S", "" + letter)))));
  }

  private static String letters(String event) {
    try {
      StringBuilder letters = new StringBuilder();
      for (JsonNode record : MAPPER.readTree(event).path("Records")) {
        letters.append(record.at("/dynamodb/Keys/PK/S").asText());
      }
      return letters.toString();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String failed(String... letters) {
    return "{\"batchItemFailures\":["
        + String.join(
            ",",
            Stream.of(letters)
                .map(letter -> "{\"itemIdentifier\":\"number of " + letter + "\"}")
                .toList())
        + "]}";
  }

  private List<JsonNode> lost() {
    return queues.byArn(LOST.arn()).messages().stream()
        .map(message -> {
          try {
            return MAPPER.readTree(message.body());
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        })
        .toList();
  }

  @Test
  void fromTheFirstFailure_allAreTriedAgain_inTheirOrder() throws Exception {
    consume(
        REPORTING,
        "abcd",
        call -> {
          if (call.equals("abcd")) {
            return failed("d", "b");
          }
          return call.equals("bcd") ? failed("c") : NOTHING_FAILED;
        });

    assertThat(calls).containsExactly("abcd", "bcd", "cd");
    assertThat(lost()).isEmpty();
  }

  @Test
  void aRecordThatFailsTooOften_isMovedToTheDeadLetters_withThoseAfterIt() throws Exception {
    consume(REPORTING, "abc", _ -> failed("b"));

    assertThat(calls).containsExactly("abc", "bc", "bc");
    assertThat(lost())
        .singleElement()
        .satisfies(deadLetter -> {
          JsonNode place = deadLetter.path("DDBStreamBatchInfo");
          assertThat(place.path("startSequenceNumber").asText()).isEqualTo("number of b");
          assertThat(place.path("endSequenceNumber").asText()).isEqualTo("number of c");
          assertThat(place.path("batchSize").asInt()).isEqualTo(2);
          assertThat(place.path("shardId").asText()).isEqualTo("shard 1");
          assertThat(place.path("streamArn").asText()).isEqualTo("arn of the stream");
          JsonNode context = deadLetter.path("requestContext");
          assertThat(context.path("approximateInvokeCount").asInt()).isEqualTo(3);
          assertThat(context.path("condition").asText()).isEqualTo("RetryAttemptsExhausted");
          assertThat(context.path("functionArn").asText()).endsWith(":" + NAME + ":live");
          assertThat(deadLetter.path("timestamp").asText()).isEqualTo(clock.instant().toString());
          assertThat(deadLetter.toString()).doesNotContain("Keys");
        });
  }

  @Test
  void aFailureOfARecordOutsideTheBatch_failsAllOfIt() throws Exception {
    consume(REPORTING, "ab", call -> calls.size() == 1 ? failed("x") : NOTHING_FAILED);

    assertThat(calls).containsExactly("ab", "ab");
  }

  @Test
  void aReportThatCannotBeRead_failsAllOfTheBatch() throws Exception {
    consume(REPORTING, "ab", _ -> calls.size() == 1 ? "{\"batchItem" : NOTHING_FAILED);

    assertThat(calls).containsExactly("ab", "ab");
  }

  @Test
  void aReportOfAFunctionThatMayNot_isIgnored() throws Exception {
    consume(
        new Application.StreamSource("stream", 100, List.of(), 2, false, false, Optional.empty()),
        "ab",
        _ -> failed("a"));

    assertThat(calls).containsExactly("ab");
  }

  @Test
  void aFunctionThatDies_getsTheWholeBatchAgain_andTheNextAfterIt() throws Exception {
    consume(
        new Application.StreamSource("stream", 2, List.of(), 1, false, true, Optional.empty()),
        "abcd",
        call -> {
          if (call.equals("ab")) {
            throw new IllegalStateException("as the test says");
          }
          return NOTHING_FAILED;
        });

    assertThat(calls).containsExactly("ab", "ab", "cd");
  }

  @Test
  void aBatchThatCrashes_isHalvedUntilOneIsIsolated_theOthersPassInTheirOrder() throws Exception {
    List<String> done = new ArrayList<>();
    consume(
        BISECTING,
        "abcd",
        call -> {
          if (call.contains("c")) {
            throw new IllegalStateException("as the test says");
          }
          done.add(call);
          return NOTHING_FAILED;
        });

    assertThat(calls).containsExactly("abcd", "ab", "cd", "c", "d");
    assertThat(done).containsExactly("ab", "d");
    assertThat(lost())
        .singleElement()
        .satisfies(deadLetter -> {
          assertThat(deadLetter.at("/DDBStreamBatchInfo/startSequenceNumber").asText())
              .isEqualTo("number of c");
          assertThat(deadLetter.at("/DDBStreamBatchInfo/batchSize").asInt()).isEqualTo(1);
        });
  }

  @Test
  void aReportedFailure_isNotHalved() throws Exception {
    consume(BISECTING, "abcd", call -> calls.size() == 1 ? failed("a") : NOTHING_FAILED);

    assertThat(calls).containsExactly("abcd", "abcd");
  }

  @Test
  void withoutALimit_itIsTriedUntilItSucceeds() throws Exception {
    consume(
        new Application.StreamSource("stream", 100, List.of(), -1, false, true, Optional.empty()),
        "a",
        _ -> calls.size() < 5 ? failed("a") : NOTHING_FAILED);

    assertThat(calls).hasSize(5);
  }

  @Test
  void withoutRetries_itIsTriedOnce() throws Exception {
    consume(
        new Application.StreamSource(
            "stream", 100, List.of(), 0, false, true, Optional.of(LOST.arn())),
        "ab",
        _ -> failed("a"));

    assertThat(calls).containsExactly("ab");
    assertThat(lost()).hasSize(1);
  }

  @Test
  void aFilter_passesRecordsThatMatchOneOfItsPatterns() throws Exception {
    Application.StreamSource source =
        new Application.StreamSource(
            "stream",
            2,
            List.of(
                Map.of("eventName", List.of("REMOVE")),
                Map.of("dynamodb", Map.of("Keys", Map.of("PK", Map.of("S", List.of("a")))))),
            2,
            false,
            true,
            Optional.empty());

    consume(source, "xAbaB", _ -> NOTHING_FAILED);
    assertThat(calls).containsExactly("Aa", "B");

    calls.clear();
    consume(source, "xyz", _ -> NOTHING_FAILED);
    assertThat(calls).isEmpty();
  }
}
