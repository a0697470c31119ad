package clientportal.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members of a request, read with the types of Cognito's model. */
record Parameters(JsonNode json) {

  Optional<String> text(String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new CognitoFault("SerializationException", name + " is not a string");
    }
    return Optional.of(value.textValue());
  }

  String required(String name) {
    String value =
        text(name).orElseThrow(() -> CognitoFault.constraint("null", member(name), "not be null"));
    if (value.isEmpty()) {
      throw CognitoFault.constraint("''", member(name), "have length greater than or equal to 1");
    }
    return value;
  }

  boolean flag(String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return false;
    }
    if (!value.isBoolean()) {
      throw new CognitoFault("SerializationException", name + " is not a boolean");
    }
    return value.booleanValue();
  }

  Optional<Integer> number(String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isInt()) {
      throw new CognitoFault("SerializationException", name + " is not an integer");
    }
    return Optional.of(value.intValue());
  }

  /** A map of strings, such as {@code AuthParameters}; empty if it is missing. */
  Parameters map(String name) {
    JsonNode value = json.path(name);
    if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
      throw new CognitoFault("SerializationException", name + " is not a map");
    }
    return new Parameters(value);
  }

  /** A required key of such a map; Cognito reports a missing one with a message of its own. */
  String key(String name) {
    return text(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> CognitoFault.missing(name));
  }

  /** A list of {@code {Name, Value}} pairs; the last value of a name wins. */
  Map<String, String> attributes(String name) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (JsonNode pair : list(name)) {
      Parameters attribute = new Parameters(pair);
      attributes.put(attribute.required("Name"), attribute.text("Value").orElse(""));
    }
    return attributes;
  }

  private List<JsonNode> list(String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      throw new CognitoFault("SerializationException", name + " is not a list");
    }
    List<JsonNode> items = new ArrayList<>();
    value.forEach(items::add);
    return items;
  }

  boolean has(String name) {
    return json.hasNonNull(name);
  }

  private static String member(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
