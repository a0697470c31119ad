package clientportal.platform.queue;

import clientportal.platform.RuntimeContext;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
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
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every consumer of a batch: each record is handled alone, and those that failed are
 * named, so that only they come again (partial batch response). One line of the log says what
 * became of all.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">partial
 *     batch responses</a>
 */
public final class Batch implements RequestStreamHandler {
  private final Teller consumer;
  private final boolean ordered;
  private final Clock clock;

  private Batch(Teller consumer, boolean ordered) {
    this.consumer = consumer;
    this.ordered = ordered;
    this.clock = RuntimeContext.current().clock();
  }

  /** Handles one record. Whatever it throws, the record comes again. */
  @FunctionalInterface
  public interface Consumer {
    void accept(Map<?, ?> message);
  }

  /** The same, and tells the log what became of it: ids and outcome. */
  @FunctionalInterface
  public interface Teller {
    Optional<JsonObject> accept(Map<?, ?> message);
  }

  /** Consumes queue messages whose bodies are JSON objects, in no order. */
  public static Batch ofMessages(Consumer consumer) {
    return ofMessagesTold(silent(consumer));
  }

  /** Consumes queue messages, and tells of each what became of it. */
  public static Batch ofMessagesTold(Teller teller) {
    return new Batch(
        record -> {
          if (!(record.get("body") instanceof String body)
              || !(Json.read(body) instanceof Map<?, ?> message)) {
            throw new IllegalArgumentException("a message without a JSON object");
          }
          return teller.accept(message);
        },
        false);
  }

  /** Consumes records of a stream in their order: after one that failed, all come again. */
  public static Batch ofRecords(Consumer consumer) {
    return new Batch(silent(consumer), true);
  }

  private static Teller silent(Consumer consumer) {
    return message -> {
      consumer.accept(message);
      return Optional.empty();
    };
  }

  @Override
  public void handleRequest(InputStream event, OutputStream out, Context context)
      throws IOException {
    LogLine line = LogLine.of(context, clock);
    try {
      List<JsonObject> failures = consume(records(Json.read(event)), line);
      out.write(
          Json.write(Json.object().with("batchItemFailures", failures))
              .getBytes(StandardCharsets.UTF_8));
    } catch (Error failure) {
      line.failed(failure);
      throw failure;
    } finally {
      line.write();
    }
  }

  private List<JsonObject> consume(List<Map<?, ?>> records, LogLine line) {
    List<JsonObject> told = new ArrayList<>();
    List<JsonObject> failures = new ArrayList<>();
    List<JsonObject> failed = new ArrayList<>();
    int handled = 0;
    for (Map<?, ?> record : records) {
      try {
        consumer.accept(record).ifPresent(told::add);
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
        .with("outcomes", told);
    return failures;
  }

  private static List<Map<?, ?>> records(@Nullable Object event) {
    List<Map<?, ?>> records = new ArrayList<>();
    if (event instanceof Map<?, ?> map && map.get("Records") instanceof List<?> list) {
      list.forEach(record -> records.add((Map<?, ?>) record));
    }
    return records;
  }

  private static String identifier(Map<?, ?> record) {
    if (record.get("messageId") instanceof String messageId) {
      return messageId;
    }
    return record.get("dynamodb") instanceof Map<?, ?> change
        ? String.valueOf(change.get("SequenceNumber"))
        : "";
  }

  /** Returns the trace of who sent a message, which SQS hands on with it. */
  private static Optional<String> senderTrace(Map<?, ?> record) {
    return record.get("attributes") instanceof Map<?, ?> attributes
            && attributes.get("AWSTraceHeader") instanceof String header
        ? Trace.root(header)
        : Optional.empty();
  }
}
