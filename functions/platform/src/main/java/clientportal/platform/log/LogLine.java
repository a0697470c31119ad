package clientportal.platform.log;

import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import com.amazonaws.services.lambda.runtime.Context;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The one log line of an invocation: a JSON object with ids and the outcome. It contains metrics in
 * CloudWatch's embedded metric format, so that they cost no call; their namespace is the name of
 * the application.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">the
 *     format</a>
 */
public final class LogLine {
  private static final ScopedValue<LogLine> CURRENT = ScopedValue.newInstance();

  private final Context context;
  private final Clock clock;
  private final long started = System.nanoTime();
  private final JsonObject fields = Json.object();
  private final Map<Metric, Long> metrics = new EnumMap<>(Metric.class);
  private final List<String> failures = new ArrayList<>();

  /** The mails that were sent, by the firm in whose name. */
  private final Map<String, Long> mails = new TreeMap<>();

  private LogLine(Context context, Clock clock) {
    this.context = context;
    this.clock = clock;
    fields
        .with("function", context.getFunctionName())
        .with("requestId", context.getAwsRequestId())
        .with("trace", Trace.root(context.getXrayTraceId()));
  }

  /** The work of an invocation. */
  @FunctionalInterface
  public interface Work<X extends Throwable> {
    void run() throws X;
  }

  /** Begins the line of an invocation; nothing is written before {@link #write}. */
  public static LogLine of(Context context, Clock clock) {
    return new LogLine(context, clock);
  }

  public LogLine with(String name, String value) {
    fields.with(name, value);
    return this;
  }

  public LogLine with(String name, long value) {
    fields.with(name, value);
    return this;
  }

  public LogLine with(String name, Optional<?> value) {
    fields.with(name, value);
    return this;
  }

  /** Adds a list of texts, numbers or objects, unless it is empty. */
  public LogLine with(String name, List<?> values) {
    if (!values.isEmpty()) {
      fields.with(name, values);
    }
    return this;
  }

  /** Runs the work of the invocation; what it sends is counted in this line. */
  public <X extends Throwable> void during(Work<X> work) throws X {
    ScopedValue.where(CURRENT, this)
        .<Boolean, X>call(() -> {
          work.run();
          return true;
        });
  }

  /** Counts a mail in the name of a firm, in the line of the invocation that sends it. */
  public static void countMail(String firm) {
    if (CURRENT.isBound()) {
      CURRENT.get().mails.merge(firm, 1L, Long::sum);
    }
  }

  /** Adds one to a metric. */
  public LogLine count(Metric metric) {
    metrics.merge(metric, 1L, Long::sum);
    return this;
  }

  /** Gives a metric its value. */
  public LogLine measure(Metric metric, long value) {
    metrics.put(metric, value);
    return this;
  }

  /** Adds a failure with its stack trace, and counts each {@link CountedFailure} in it. */
  public LogLine failed(Throwable failure) {
    failures.add(StackTrace.of(failure));
    countAll(failure, 0);
    return this;
  }

  private void countAll(Throwable failure, int depth) {
    if (failure instanceof CountedFailure counted) {
      counted.metric().ifPresent(this::count);
    }
    if (depth < 8) {
      for (Throwable suppressed : failure.getSuppressed()) {
        countAll(suppressed, depth + 1);
      }
      if (failure.getCause() != null) {
        countAll(failure.getCause(), depth + 1);
      }
    }
  }

  /**
   * Writes the line, and one more for each firm in whose name mails were sent: Contributor Insights
   * sums one field per line.
   */
  public void write() {
    fields.with("milliseconds", (System.nanoTime() - started) / 1_000_000);
    if (!failures.isEmpty()) {
      fields.with("failure", String.join("\n", failures));
    }
    if (!metrics.isEmpty()) {
      metrics.forEach((metric, value) -> fields.with(metric.title(), value));
      fields.with("_aws", directives());
    }
    context.getLogger().log(Json.write(fields));
    mails.forEach((firm, number) ->
        context
            .getLogger()
            .log(
                Json.write(
                    Json.object()
                        .with("function", context.getFunctionName())
                        .with("requestId", context.getAwsRequestId())
                        .with("firmId", firm)
                        .with("mails", number))));
  }

  private JsonObject directives() {
    List<JsonObject> definitions =
        metrics.keySet().stream()
            .map(metric -> Json.object().with("Name", metric.title()).with("Unit", metric.unit()))
            .toList();
    JsonObject directive =
        Json.object()
            .with("Namespace", application())
            .with("Dimensions", List.of(List.of()))
            .with("Metrics", definitions);
    return Json.object()
        .with("Timestamp", clock.millis())
        .with("CloudWatchMetrics", List.of(directive));
  }

  /**
   * {@code portal-dev} for the function {@code portal-dev-GetMe}: all functions have such names.
   */
  private String application() {
    String function = context.getFunctionName();
    int end = function.lastIndexOf('-');
    return end > 0 ? function.substring(0, end) : function;
  }
}
