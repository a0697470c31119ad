package clientportal.local.events;

import clientportal.local.functions.FunctionHost;
import clientportal.local.template.Application;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The default event bus: passes an event to the targets of each rule that it matches. */
public final class EventBus {
  private final Application application;
  private final Clock clock;
  private final List<Route> routes = new ArrayList<>();

  private record Route(EventPattern pattern, Consumer<String> target) {}

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
        routes.add(new Route(pattern, deliver(target, queues, functions, invoker)));
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
