package clientportal.platform.json;

import clientportal.platform.Timestamps;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object that is being written, its members in order; what is empty is left out. */
public final class JsonObject {
  private final Map<String, Object> members = new LinkedHashMap<>();

  JsonObject() {}

  public JsonObject with(String name, String value) {
    members.put(name, value);
    return this;
  }

  public JsonObject with(String name, long value) {
    members.put(name, value);
    return this;
  }

  public JsonObject with(String name, boolean value) {
    members.put(name, value);
    return this;
  }

  public JsonObject with(String name, Instant value) {
    return with(name, Timestamps.text(value));
  }

  public JsonObject with(String name, JsonObject value) {
    members.put(name, value);
    return this;
  }

  /** Adds a list of texts, numbers or objects. */
  public JsonObject with(String name, List<?> value) {
    members.put(name, List.copyOf(value));
    return this;
  }

  /** Adds a text, instant, number, flag or object, if there is one. */
  public JsonObject with(String name, Optional<?> value) {
    value.ifPresent(present ->
        members.put(name, present instanceof Instant instant ? Timestamps.text(instant) : present));
    return this;
  }

  Map<String, Object> members() {
    return members;
  }
}
