package clientportal.local.events;

import clientportal.local.functions.FunctionHost;
import clientportal.local.template.Application;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The default event bus: passes an event to the targets of each rule that it matches. */
public final class EventBus {
  private final Application application;
  private final Clock clock;
  private final List<Route> routes = new ArrayList<>();

  /** How long {@link #putLater} waits at most. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private static final long LOOK_MILLIS = 2;

  private record Route(EventPattern pattern, Optional<LocalQueue> queue, Consumer<String> target) {
    boolean isBusy() {
      return queue.filter(waits -> !waits.messages().isEmpty()).isPresent();
    }
  }

  public EventBus(
      Application application,
      Queues queues,
      FunctionHost functions,
      AsyncInvoker invoker,
      Clock clock) {
    this.application = application;
    this.clock = clock;
    for (Application.Rule rule : application.rules()) {
      EventPattern pattern = EventPattern.of(rule.pattern());
      for (Application.Target target : rule.targets()) {
        Optional<LocalQueue> queue =
            target.arn().contains(":sqs:")
                ? Optional.of(queues.byArn(target.arn()))
                : Optional.empty();
        routes.add(new Route(pattern, queue, deliver(target, queues, functions, invoker)));
      }
    }
  }

  private static Consumer<String> deliver(
      Application.Target target, Queues queues, FunctionHost functions, AsyncInvoker invoker) {
    if (target.arn().contains(":sqs:")) {
      LocalQueue queue = queues.byArn(target.arn());
      return event -> queue.send(target.input().orElse(event), Map.of());
    }
    Application.Function function =
        functions
            .byArn(target.arn())
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "the local stack does not know the target " + target.arn()));
    return event -> invoker.invoke(function, target.input().orElse(event));
  }

  /**
   * Puts an event on the bus once the queues that receive it are empty: it comes from a service
   * that works for longer than what is in them takes.
   */
  public void putLater(Map<String, Object> given, Activity activity) {
    JsonNode tree = Json.tree(given);
    List<Route> receivers = routes.stream().filter(route -> route.pattern().matches(tree)).toList();
    Activity.Work work = activity.begin("an event that comes later");
    Thread.ofVirtual()
        .start(() -> {
          try (work) {
            long end = System.nanoTime() + LONGEST.toNanos();
            while (receivers.stream().anyMatch(Route::isBusy) && System.nanoTime() < end) {
              Thread.sleep(LOOK_MILLIS);
            }
            put(given);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Puts an event on the bus and adds the common fields that it lacks. */
  public void put(Map<String, Object> given) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("account", application.place().accountId());
    event.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", application.place().region());
    event.put("resources", List.of());
    event.putAll(given);
    JsonNode tree = Json.tree(event);
    String written = Json.write(event);
    routes.stream()
        .filter(route -> route.pattern().matches(tree))
        .forEach(route -> route.target().accept(written));
  }
}
