package clientportal.local.template;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mapping of a template with resolved intrinsic functions; {@code where} is for messages. */
record Tree(Map<String, Object> values, String where) {

  static Map<String, Object> asMap(Object value, String where) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new TemplateException(where + " is not a mapping: " + value);
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, each) -> copy.put(String.valueOf(key), each));
    return copy;
  }

  static List<Object> asList(Object value, String where) {
    if (!(value instanceof List<?> list)) {
      throw new TemplateException(where + " is not a list: " + value);
    }
    return List.copyOf(list);
  }

  /** Refuses keys that the reader would silently ignore. */
  Tree only(Set<String> honoured, Set<String> withoutEffect) {
    for (String key : values.keySet()) {
      if (!honoured.contains(key) && !withoutEffect.contains(key)) {
        throw new TemplateException(where + ": the local stack does not know '" + key + "'");
      }
    }
    return this;
  }

  Optional<Object> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  Optional<String> optional(String key) {
    return get(key).map(value -> scalar(key, value));
  }

  String string(String key) {
    return optional(key).orElseThrow(() -> missing(key));
  }

  int integer(String key, int otherwise) {
    return optional(key).map(Integer::parseInt).orElse(otherwise);
  }

  boolean flag(String key, boolean otherwise) {
    return optional(key).map(Boolean::parseBoolean).orElse(otherwise);
  }

  Duration seconds(String key, int otherwise) {
    return Duration.ofSeconds(integer(key, otherwise));
  }

  Tree tree(String key) {
    String path = where + "." + key;
    return new Tree(get(key).map(value -> asMap(value, path)).orElse(Map.of()), path);
  }

  List<Tree> trees(String key) {
    String path = where + "." + key;
    return list(key).stream().map(each -> new Tree(asMap(each, path), path)).toList();
  }

  List<String> strings(String key) {
    return list(key).stream().map(each -> scalar(key, each)).toList();
  }

  private List<Object> list(String key) {
    return get(key).map(value -> asList(value, where + "." + key)).orElse(List.of());
  }

  private String scalar(String key, Object value) {
    if (value instanceof Map || value instanceof List) {
      throw new TemplateException(where + "." + key + " is not a plain value: " + value);
    }
    return value.toString();
  }

  private TemplateException missing(String key) {
    return new TemplateException(where + ": '" + key + "' is missing");
  }
}
