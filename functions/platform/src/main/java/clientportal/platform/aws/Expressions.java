package clientportal.platform.aws;

import clientportal.platform.table.Condition;
import clientportal.platform.table.Write;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes conditions and updates in DynamoDB's expression language, collecting names and values. */
final class Expressions {
  private final Map<String, String> placeholders = new HashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();

  /** Returns the expression; null for the condition that always holds. */
  @Nullable String condition(Condition condition) {
    return condition instanceof Condition.Always ? null : render(condition);
  }

  private String render(Condition condition) {
    return switch (condition) {
      case Condition.Always() -> throw new IllegalArgumentException("always holds");
      case Condition.Absent() -> "attribute_not_exists(" + name("PK") + ")";
      case Condition.Present() -> "attribute_exists(" + name("PK") + ")";
      case Condition.Equal(String attribute, Object value) ->
          name(attribute) + " = " + value(value);
      case Condition.Less(String attribute, Object value) -> name(attribute) + " < " + value(value);
      case Condition.Different(String attribute, String value) ->
          name(attribute) + " <> " + value(value);
      case Condition.Missing(String attribute) -> "attribute_not_exists(" + name(attribute) + ")";
      case Condition.AllOf(List<Condition> all) -> join(all, " AND ");
      case Condition.AnyOf(List<Condition> any) -> join(any, " OR ");
    };
  }

  private String join(List<Condition> conditions, String operator) {
    return conditions.stream().map(this::render).collect(Collectors.joining(operator, "(", ")"));
  }

  String update(Write.Update update) {
    StringBuilder expression = new StringBuilder();
    clause(
        expression,
        "SET",
        update.sets().entrySet().stream()
            .map(set -> name(set.getKey()) + " = " + value(set.getValue())));
    clause(
        expression,
        "ADD",
        update.additions().entrySet().stream()
            .map(add -> name(add.getKey()) + " " + value(add.getValue())));
    clause(expression, "REMOVE", update.removals().stream().map(this::name));
    return expression.toString().strip();
  }

  private static void clause(StringBuilder expression, String verb, Stream<String> actions) {
    String all = actions.collect(Collectors.joining(", "));
    if (!all.isEmpty()) {
      expression.append(verb).append(' ').append(all).append(' ');
    }
  }

  String name(String attribute) {
    String placeholder = placeholders.computeIfAbsent(attribute, _ -> "#n" + names.size());
    names.put(placeholder, attribute);
    return placeholder;
  }

  String value(Object value) {
    String placeholder = ":v" + values.size();
    values.put(placeholder, AttributeValues.of(value));
    return placeholder;
  }

  /** Returns each placeholder's attribute; null where none is used, as DynamoDB wants it. */
  @Nullable Map<String, String> names() {
    return names.isEmpty() ? null : names;
  }

  /** Returns the values; null where none is used, as DynamoDB wants it. */
  @Nullable Map<String, AttributeValue> values() {
    return values.isEmpty() ? null : values;
  }
}
