package clientportal.local.template;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values of a template's parameters: the given ones, or their defaults. */
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
    boolean list = !type.equals("String") && !type.equals("Number");
    if (list && !(value instanceof List)) {
      return value.toString().isEmpty() ? List.of() : List.of(value.toString().split(" *, *"));
    }
    return value;
  }
}
