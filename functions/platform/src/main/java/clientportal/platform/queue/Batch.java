package clientportal.platform.queue;

import clientportal.platform.http.Json;
import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every consumer of a batch: each record is handled alone, and those that failed are
 * named, so that only they come again (partial batch response).
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">partial
 *     batch responses</a>
 */
public final class Batch {
  private final Consumer consumer;
  private final boolean ordered;

  private Batch(Consumer consumer, boolean ordered) {
    this.consumer = consumer;
    this.ordered = ordered;
  }

  /** Handles one record. Whatever it throws, the record comes again. */
  @FunctionalInterface
  public interface Consumer {
    void accept(Map<?, ?> message);
  }

  /** Consumes queue messages whose bodies are JSON objects, in no order. */
  public static Batch ofMessages(Consumer consumer) {
    return new Batch(
        record -> {
          if (!(record.get("body") instanceof String body)
              || !(Json.read(body) instanceof Map<?, ?> message)) {
            throw new IllegalArgumentException("a message without a JSON object");
          }
          consumer.accept(message);
        },
        false);
  }

  /** Consumes records of a stream in their order: after one that failed, all come again. */
  public static Batch ofRecords(Consumer consumer) {
    return new Batch(consumer, true);
  }

  public void handle(InputStream event, OutputStream out, Context context) throws IOException {
    List<Object> failures = new ArrayList<>();
    int handled = 0;
    for (Map<?, ?> record : records(Json.read(event))) {
      try {
        consumer.accept(record);
        handled++;
      } catch (RuntimeException failure) {
        context.getLogger().log(failure(failure, record, context));
        failures.add(Map.of("itemIdentifier", identifier(record)));
        if (ordered) {
          break;
        }
      }
    }
    out.write(
        Json.write(Json.object().with("batchItemFailures", failures))
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    context
        .getLogger()
        .log(
            Json.write(
                Json.object()
                    .with("function", context.getFunctionName())
                    .with("requestId", context.getAwsRequestId())
                    .with("handled", handled)
                    .with("failed", failures.size())));
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

  private static String failure(RuntimeException failure, Map<?, ?> record, Context context) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return Json.write(
        Json.object()
            .with("function", context.getFunctionName())
            .with("requestId", context.getAwsRequestId())
            .with("record", identifier(record))
            .with("failure", trace.toString()));
  }
}
