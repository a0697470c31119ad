package clientportal.architecture.planted.platform;

import java.util.Map;
import java.util.Optional;

/** Keeps to the rules; others ask it for what they should not. */
public record Environment(Map<String, String> values) {

  public Optional<String> optional(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
