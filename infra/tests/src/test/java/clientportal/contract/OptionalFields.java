package clientportal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Which of the optional fields of the contract's answers were there in the answers that were noted,
 * and which were not. A field that is always there should be required: else each caller writes code
 * for its absence.
 */
public final class OptionalFields {
  private static final String REFERENCE = "$ref";

  private final JsonNode document;

  /** Whether a field was there, by its name after that of its schema. */
  private final Map<String, Set<Boolean>> seen = new ConcurrentHashMap<>();

  private OptionalFields(PublishedContract contract) {
    this.document = contract.document();
    contract
        .operations()
        .forEach(operation ->
            operation
                .node()
                .path("responses")
                .fieldNames()
                .forEachRemaining(status ->
                    operation
                        .response(Integer.parseInt(status))
                        .path("content")
                        .forEach(media -> expect(media.path("schema"), "", new TreeSet<>()))));
  }

  /** Returns what to note, with nothing noted yet. */
  public static OptionalFields of(PublishedContract contract) {
    return new OptionalFields(contract);
  }

  private void expect(JsonNode schema, String name, Set<String> visited) {
    String named = nameOf(schema, name);
    JsonNode resolved = resolve(schema);
    if (schema.isMissingNode() || (!named.equals(name) && !visited.add(named))) {
      return;
    }
    optional(resolved, named, (_, field) -> seen.putIfAbsent(field, ConcurrentHashMap.newKeySet()));
    resolved.path("properties").forEach(property -> expect(property, named, visited));
    expect(resolved.path("items"), named, visited);
    branches(resolved).forEach(branch -> expect(branch, named, visited));
  }

  /** Notes an answer to an operation, if the contract has a schema for it. */
  public void note(PublishedContract.Operation operation, int status, String type, JsonNode body) {
    note(operation.response(status).path("content").path(type).path("schema"), "", body);
  }

  private void note(JsonNode schema, String name, JsonNode value) {
    String named = nameOf(schema, name);
    JsonNode resolved = resolve(schema);
    if (value.isArray()) {
      value.forEach(item -> note(resolved.path("items"), named, item));
    }
    if (value.isObject()) {
      optional(
          resolved,
          named,
          (property, field) ->
              seen.computeIfAbsent(field, _ -> ConcurrentHashMap.newKeySet())
                  .add(value.has(property)));
      resolved
          .path("properties")
          .properties()
          .forEach(property -> note(property.getValue(), named, value.path(property.getKey())));
      branches(resolved)
          .filter(branch ->
              resolve(branch)
                  .path("required")
                  .valueStream()
                  .allMatch(required -> value.has(required.asText())))
          .forEach(branch -> note(branch, named, value));
    }
  }

  /** Returns the fields that were in each answer, and those of answers that were never noted. */
  public List<String> faults() {
    return seen.entrySet().stream()
        .filter(field -> !field.getValue().contains(false))
        .map(field ->
            field.getKey()
                + (field.getValue().isEmpty() ? " is in no answer" : " is in every answer"))
        .sorted()
        .toList();
  }

  private static void optional(
      JsonNode schema, String name, BiConsumer<String, String> propertyAndField) {
    Set<String> required = new TreeSet<>();
    schema.path("required").forEach(field -> required.add(field.asText()));
    schema
        .path("properties")
        .fieldNames()
        .forEachRemaining(property -> {
          if (!required.contains(property)) {
            propertyAndField.accept(property, name + "." + property);
          }
        });
  }

  private static Stream<JsonNode> branches(JsonNode schema) {
    return Stream.of("oneOf", "anyOf", "allOf").flatMap(of -> schema.path(of).valueStream());
  }

  private static String nameOf(JsonNode schema, String otherwise) {
    String reference = schema.path(REFERENCE).asText();
    return reference.isEmpty() ? otherwise : reference.substring(reference.lastIndexOf('/') + 1);
  }

  private JsonNode resolve(JsonNode schema) {
    return schema.has(REFERENCE)
        ? document.at(schema.path(REFERENCE).asText().substring(1))
        : schema;
  }
}
