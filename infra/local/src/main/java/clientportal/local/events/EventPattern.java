package clientportal.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A pattern in the syntax of EventBridge rules, stream filters and subscription filters. */
final class EventPattern {
  private final JsonNode pattern;

  private EventPattern(JsonNode pattern) {
    this.pattern = pattern;
  }

  /** Parses a pattern; refuses operators that are not implemented here. */
  static EventPattern of(Map<String, Object> pattern) {
    JsonNode node = Json.tree(pattern);
    validate(node);
    return new EventPattern(node);
  }

  boolean matches(JsonNode event) {
    return matches(pattern, event);
  }

  private static boolean matches(JsonNode pattern, JsonNode event) {
    for (Map.Entry<String, JsonNode> entry : pattern.properties()) {
      JsonNode value = event.path(entry.getKey());
      boolean match =
          entry.getValue().isArray()
              ? anyOf(entry.getValue(), value)
              : matches(entry.getValue(), value);
      if (!match) {
        return false;
      }
    }
    return true;
  }

  private static boolean anyOf(JsonNode matchers, JsonNode value) {
    List<JsonNode> values = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(values::add);
    } else {
      values.add(value);
    }
    for (JsonNode matcher : matchers) {
      for (JsonNode each : values) {
        if (one(matcher, each)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean one(JsonNode matcher, JsonNode value) {
    if (!matcher.isObject()) {
      return equal(matcher, value);
    }
    String name = matcher.fieldNames().next();
    JsonNode argument = matcher.get(name);
    return switch (name) {
      case "exists" -> argument.asBoolean() == (value.isValueNode() && !value.isMissingNode());
      case "prefix" -> value.isTextual() && value.asText().startsWith(argument.asText());
      case "suffix" -> value.isTextual() && value.asText().endsWith(argument.asText());
      case "equals-ignore-case" ->
          value.isTextual() && value.asText().equalsIgnoreCase(argument.asText());
      case "anything-but" -> !value.isMissingNode() && !excluded(argument, value);
      case "numeric" -> numeric(argument, value);
      default -> throw unknown(name);
    };
  }

  private static boolean excluded(JsonNode argument, JsonNode value) {
    if (argument.isArray()) {
      for (JsonNode each : argument) {
        if (equal(each, value)) {
          return true;
        }
      }
      return false;
    }
    return one(argument, value);
  }

  private static boolean numeric(JsonNode argument, JsonNode value) {
    BigDecimal number;
    try {
      number = new BigDecimal(value.asText());
    } catch (NumberFormatException e) {
      return false;
    }
    Iterator<JsonNode> parts = argument.iterator();
    while (parts.hasNext()) {
      String operator = parts.next().asText();
      int order = number.compareTo(parts.next().decimalValue());
      boolean holds =
          switch (operator) {
            case "=" -> order == 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> throw unknown("numeric " + operator);
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  private static boolean equal(JsonNode expected, JsonNode value) {
    if (expected.isNumber() && value.isNumber()) {
      return expected.decimalValue().compareTo(value.decimalValue()) == 0;
    }
    return expected.equals(value);
  }

  private static void validate(JsonNode pattern) {
    for (Map.Entry<String, JsonNode> entry : pattern.properties()) {
      if (entry.getKey().startsWith("$")) {
        throw unknown(entry.getKey());
      }
      if (entry.getValue() instanceof ObjectNode nested) {
        validate(nested);
      } else if (!entry.getValue().isArray()) {
        throw new IllegalArgumentException("a pattern's value is a list: " + entry);
      } else {
        entry.getValue().forEach(EventPattern::validateMatcher);
      }
    }
  }

  private static void validateMatcher(JsonNode matcher) {
    if (matcher.isObject()) {
      String name = matcher.fieldNames().next();
      if (!List.of("exists", "prefix", "suffix", "equals-ignore-case", "anything-but", "numeric")
          .contains(name)) {
        throw unknown(name);
      }
    }
  }

  private static IllegalArgumentException unknown(String what) {
    return new IllegalArgumentException("the local stack does not know the matcher " + what);
  }
}
