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
 * Surrounds every consumer of a batch: has each record handled by itself, and names those that
 * failed, so that only they come again (partial batch response). One line of the log holds the
 * outcomes of all.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">partial
 *     batch responses</a>
 */
public final class Batch implements RequestStreamHandler {
  private final Reporter reporter;
  private final boolean ordered;
  private final Clock clock;

  private Batch(Reporter reporter, boolean ordered) {
    this.reporter = reporter;
    this.ordered = ordered;
    this.clock = RuntimeContext.current().clock();
  }

  /** Handles one record. Whatever it throws, the record comes again. */
  @FunctionalInterface
  public interface Consumer {
    void accept(Map<?, ?> message);
  }

  /** Handles one record, and returns its ids and outcome for the log. */
  @FunctionalInterface
  public interface Reporter {
    Optional<JsonObject> accept(Map<?, ?> message);
  }

  /** Consumes queue messages whose bodies are JSON objects, in no order. */
  public static Batch ofMessages(Consumer consumer) {
    return ofReportedMessages(silent(consumer));
  }

  /** Consumes queue messages, and logs the outcome of each. */
  public static Batch ofReportedMessages(Reporter reporter) {
    return new Batch(
        record -> {
          if (!(record.get("body") instanceof String body)
              || !(Json.read(body) instanceof Map<?, ?> message)) {
            throw new IllegalArgumentException("a message without a JSON object");
          }
          return reporter.accept(message);
        },
        false);
  }

  /**
   * Consumes the records of a stream in order: the first that fails and all after it come again.
   */
  public static Batch ofRecords(Consumer consumer) {
    return new Batch(silent(consumer), true);
  }

  private static Reporter silent(Consumer consumer) {
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
    List<JsonObject> outcomes = new ArrayList<>();
    List<JsonObject> failures = new ArrayList<>();
    List<JsonObject> failed = new ArrayList<>();
    int handled = 0;
    for (Map<?, ?> record : records) {
      try {
        reporter.accept(record).ifPresent(outcomes::add);
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

  /** Returns the trace of the sender of a message, which SQS passes on with it. */
  private static Optional<String> senderTrace(Map<?, ?> record) {
    return record.get("attributes") instanceof Map<?, ?> attributes
            && attributes.get("AWSTraceHeader") instanceof String header
        ? Trace.root(header)
        : Optional.empty();
  }
}
