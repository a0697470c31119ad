package clientportal.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;

/**
 * A pattern in the syntax of EventBridge rules, stream filters and subscription filters, matched by
 * the library that EventBridge itself uses.
 */
final class EventPattern {
  /** Empty for a pattern without fields, which any event matches. */
  private final Optional<Machine> machine;

  private EventPattern(Optional<Machine> machine) {
    this.machine = machine;
  }

  /** Parses a pattern; refuses what AWS refuses. */
  static EventPattern of(Map<String, Object> pattern) {
    if (pattern.isEmpty()) {
      return new EventPattern(Optional.empty());
    }
    String json = Json.tree(pattern).toString();
    String fault = JsonRuleCompiler.check(json);
    if (fault != null) {
      throw new IllegalArgumentException("the pattern " + json + " is not valid: " + fault);
    }
    Machine machine = Machine.builder().build();
    try {
      machine.addRule("pattern", json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EventPattern(Optional.of(machine));
  }

  boolean matches(JsonNode event) {
    return machine.map(it -> matches(it, event)).orElse(true);
  }

  private static boolean matches(Machine machine, JsonNode event) {
    try {
      return !machine.rulesForJSONEvent(event.toString()).isEmpty();
    } catch (Exception e) { // the library declares no narrower one
      throw new IllegalArgumentException("not an event: " + event, e);
    }
  }
}
