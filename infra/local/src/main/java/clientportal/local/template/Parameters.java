package clientportal.local.template;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of a template's parameters: the given ones, or their defaults. Values that their
 * declaration does not allow are refused, as CloudFormation does.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html">the
 *     properties of a parameter</a>
 */
final class Parameters {
  private static final Set<String> TYPES =
      Set.of("String", "Number", "CommaDelimitedList", "List<Number>");

  private final Path file;

  Parameters(Path file) {
    this.file = file;
  }

  Map<String, Object> values(Map<String, Object> declared, Map<String, Object> given) {
    for (String name : given.keySet()) {
      if (!declared.containsKey(name)) {
        throw new TemplateException(file + " has no parameter '" + name + "' that it is given");
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    declared.forEach((name, raw) -> values.put(name, value(name, raw, given)));
    return values;
  }

  private Object value(String name, Object raw, Map<String, Object> given) {
    String where = file.getFileName() + ", parameter " + name;
    Tree tree = new Tree(Tree.asMap(raw, where), where);
    String type = tree.string("Type");
    if (!TYPES.contains(type)) {
      throw new TemplateException(where + ": the local stack does not know the type " + type);
    }
    Object value = given.containsKey(name) ? given.get(name) : tree.get("Default").orElse(null);
    if (value == null) {
      throw new TemplateException(where + " has no default and is given no value");
    }
    requireAllowed(where, tree, value);
    boolean list = !type.equals("String") && !type.equals("Number");
    if (list && !(value instanceof List)) {
      return value.toString().isEmpty() ? List.of() : List.of(value.toString().split(" *, *"));
    }
    return value;
  }

  private static void requireAllowed(String where, Tree declared, Object value) {
    String text = value.toString();
    if (declared.string("Type").equals("Number")) {
      requireNumber(where, declared, text);
    }
    declared
        .get("AllowedPattern")
        .map(Object::toString)
        .filter(pattern -> !text.matches(pattern))
        .ifPresent(pattern -> refuse(where, text, "does not match the pattern " + pattern));
    declared
        .get("AllowedValues")
        .map(allowed -> ((List<?>) allowed).stream().map(Object::toString).toList())
        .filter(allowed -> !allowed.contains(text))
        .ifPresent(allowed -> refuse(where, text, "is none of " + String.join(", ", allowed)));
    declared
        .get("MinLength")
        .map(least -> Integer.parseInt(least.toString()))
        .filter(least -> text.length() < least)
        .ifPresent(least -> refuse(where, text, "has fewer than " + least + " characters"));
    declared
        .get("MaxLength")
        .map(most -> Integer.parseInt(most.toString()))
        .filter(most -> text.length() > most)
        .ifPresent(most -> refuse(where, text, "has more than " + most + " characters"));
  }

  private static void requireNumber(String where, Tree declared, String text) {
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException noNumber) {
      throw new TemplateException(where + ": " + text + " is not a number", noNumber);
    }
    declared
        .get("MinValue")
        .filter(least -> number.compareTo(new BigDecimal(least.toString())) < 0)
        .ifPresent(least -> refuse(where, text, "is less than " + least));
    declared
        .get("MaxValue")
        .filter(most -> number.compareTo(new BigDecimal(most.toString())) > 0)
        .ifPresent(most -> refuse(where, text, "is more than " + most));
  }

  private static void refuse(String where, String text, String reason) {
    throw new TemplateException("%s: '%s' %s".formatted(where, text, reason));
  }
}
