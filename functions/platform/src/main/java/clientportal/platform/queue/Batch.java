package clientportal.platform.queue;

import clientportal.platform.RuntimeContext;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.platform.json.JsonReader;
import clientportal.platform.log.LogLine;
import clientportal.platform.log.Trace;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Surrounds every consumer of a batch: handles each record separately and returns those that
 * failed, so that only they are delivered again (partial batch response). One line of the log has
 * the outcomes of all.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">partial
 *     batch responses</a>
 */
public final class Batch implements RequestStreamHandler {
  private final BiFunction<JsonReader, LogLine, Optional<JsonObject>> consumer;
  private final boolean ordered;
  private final Clock clock;

  private Batch(BiFunction<JsonReader, LogLine, Optional<JsonObject>> consumer, boolean ordered) {
    this.consumer = consumer;
    this.ordered = ordered;
    this.clock = RuntimeContext.current().clock();
  }

  /** Consumes queue messages whose bodies are JSON objects, in no order. */
  public static Batch ofMessages(Consumer<JsonReader> consumer) {
    return new Batch((record, _) -> withoutOutcome(consumer, body(record)), false);
  }

  /** Consumes queue messages like the other, and may add metrics to the line. */
  public static Batch ofMessages(BiConsumer<JsonReader, LogLine> consumer) {
    return new Batch(
        (record, line) -> withoutOutcome(message -> consumer.accept(message, line), body(record)),
        false);
  }

  /** Consumes queue messages, and logs the outcome of each: ids and what was done. */
  public static Batch ofMessagesWithOutcome(Function<JsonReader, JsonObject> consumer) {
    return ofMessagesWithOutcome((message, _) -> consumer.apply(message));
  }

  /** Consumes queue messages like the other, and may add metrics to the line. */
  public static Batch ofMessagesWithOutcome(BiFunction<JsonReader, LogLine, JsonObject> consumer) {
    return new Batch((record, line) -> Optional.of(consumer.apply(body(record), line)), false);
  }

  /** Consumes records of a stream in order: the first that fails and all later ones come again. */
  public static Batch ofRecords(Consumer<JsonReader> consumer) {
    return new Batch((record, _) -> withoutOutcome(consumer, record), true);
  }

  private static Optional<JsonObject> withoutOutcome(
      Consumer<JsonReader> consumer, JsonReader record) {
    consumer.accept(record);
    return Optional.empty();
  }

  private static JsonReader body(JsonReader message) {
    return JsonReader.read(message.text("body"));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream out, Context context)
      throws IOException {
    LogLine line = LogLine.of(context, clock);
    try {
      line.<IOException>during(() -> {
        List<JsonObject> failures = consume(JsonReader.read(event).objects("Records"), line);
        out.write(
            Json.write(Json.object().with("batchItemFailures", failures))
                .getBytes(StandardCharsets.UTF_8));
      });
    } catch (Error failure) {
      line.failed(failure);
      throw failure;
    } finally {
      line.write();
    }
  }

  private List<JsonObject> consume(List<JsonReader> records, LogLine line) {
    List<JsonObject> outcomes = new ArrayList<>();
    List<JsonObject> failures = new ArrayList<>();
    List<JsonObject> failed = new ArrayList<>();
    int handled = 0;
    for (JsonReader record : records) {
      try {
        consumer.apply(record, line).ifPresent(outcomes::add);
        handled++;
      } catch (RuntimeException failure) {
        line.failed(failure);
        failures.add(Json.object().with("itemIdentifier", identifier(record)));
        failed.add(
            Json.object().with("record", identifier(record)).with("trace", senderTrace(record)));
        if (ordered) {
          break;
        }
      }
    }
    line.with("handled", handled)
        .with("failed", failed.size())
        .with("records", failed)
        .with("outcomes", outcomes);
    return failures;
  }

  private static String identifier(JsonReader record) {
    return record
        .optionalText("messageId")
        .or(() -> record.object("dynamodb").optionalText("SequenceNumber"))
        .orElse("");
  }

  /** Returns the trace of the sender of a message, which SQS passes on with it. */
  private static Optional<String> senderTrace(JsonReader record) {
    return record.object("attributes").optionalText("AWSTraceHeader").flatMap(Trace::root);
  }
}
