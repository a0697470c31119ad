package clientportal.local.events;

import clientportal.local.functions.FunctionFailedException;
import clientportal.local.functions.FunctionHost;
import clientportal.local.template.Application;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Invokes functions asynchronously, with retries and the on-failure destination of each. */
public final class AsyncInvoker implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final FunctionHost functions;
  private final Queues queues;
  private final Activity activity;
  private final Clock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public AsyncInvoker(FunctionHost functions, Queues queues, Activity activity, Clock clock) {
    this.functions = functions;
    this.queues = queues;
    this.activity = activity;
    this.clock = clock;
  }

  /** Invokes a function in the background. */
  public void invoke(Application.Function function, String payload) {
    Activity.Work work = activity.begin(function.name());
    threads.execute(() -> {
      try (work) {
        run(function, payload);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }

  private void run(Application.Function function, String payload) throws InterruptedException {
    Application.AsyncInvocation settings = function.asynchronous();
    for (int attempt = 0; ; attempt++) {
      try {
        functions.invoke(function.name(), payload.getBytes(StandardCharsets.UTF_8));
        return;
      } catch (FunctionFailedException e) {
        if (attempt >= settings.retries()) {
          settings.onFailureArn().ifPresent(arn -> sendToDestination(arn, function, payload, e));
          return;
        }
        Thread.sleep(PAUSE.multipliedBy(attempt + 1L));
      }
    }
  }

  private void sendToDestination(
      String arn, Application.Function function, String payload, FunctionFailedException failure) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("version", "1.0");
    record.put("timestamp", clock.instant().toString());
    record.put(
        "requestContext",
        Map.of(
            "functionArn",
            function.arn() + ":live",
            "condition",
            "RetriesExhausted",
            "approximateInvokeCount",
            function.asynchronous().retries() + 1));
    record.put("requestPayload", payload);
    record.put("responsePayload", Map.of("errorMessage", String.valueOf(failure.getMessage())));
    queues.byArn(arn).send(Json.write(record), Map.of());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
