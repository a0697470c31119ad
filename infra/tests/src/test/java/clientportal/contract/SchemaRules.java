package clientportal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What generators of clients need: each object has one name, and one of several shapes is one of
 * several names. They invent names for objects inside of others, drop what has the name of another,
 * and read conditions beside the fields of an object each in its own way.
 */
final class SchemaRules {
  private static final List<String> CHOICES = List.of("oneOf", "anyOf", "allOf");

  private final List<String> faults = new ArrayList<>();

  private SchemaRules() {}

  static List<String> faults(JsonNode document) {
    SchemaRules rules = new SchemaRules();
    for (Map.Entry<String, JsonNode> schema : document.at("/components/schemas").properties()) {
      rules.check(schema.getValue(), schema.getKey());
      schema.getValue().forEach(part -> rules.inside(part, schema.getKey()));
    }
    rules.inside(document.path("paths"), "paths");
    rules.inside(document.at("/components/responses"), "responses");
    return rules.faults;
  }

  private void inside(JsonNode node, String where) {
    if (node.isObject() && node.path("properties").isObject() && node.has("type")) {
      faults.add(where + " has an object without a name");
    }
    check(node, where);
    node.properties()
        .forEach(part -> {
          if (!part.getKey().startsWith("example")) {
            inside(part.getValue(), where);
          }
        });
    if (node.isArray()) {
      node.forEach(part -> inside(part, where));
    }
  }

  private void check(JsonNode schema, String where) {
    if (schema.has("title") && schema.path("title").isTextual()) {
      faults.add(where + " has a title, which replaces its name");
    }
    for (String choice : CHOICES) {
      if (!schema.has(choice)) {
        continue;
      }
      if (Stream.of("properties", "required", "type").anyMatch(schema::has)) {
        faults.add(where + " has " + choice + " beside fields");
      }
      schema
          .path(choice)
          .valueStream()
          .filter(branch -> !branch.has("$ref") && !branch.has("type"))
          .forEach(_ -> faults.add(where + " has " + choice + " of conditions"));
    }
  }
}
