package clientportal.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves the intrinsic functions that the stack supports and refuses the others by name. */
final class Intrinsics {
  /** The value of {@code AWS::NoValue}, which removes its property. */
  enum NoValue {
    INSTANCE
  }

  private static final Pattern PLACE = Pattern.compile("\\$\\{(!?)([^}]+)}");

  private final Stack stack;

  Intrinsics(Stack stack) {
    this.stack = stack;
  }

  Object resolve(Object raw, String where) {
    return switch (raw) {
      case Map<?, ?> map -> mapping(Tree.asMap(map, where), where);
      case List<?> list -> {
        List<Object> resolved = new ArrayList<>();
        for (Object each : list) {
          Object value = resolve(each, where);
          if (!(value instanceof NoValue)) {
            resolved.add(value);
          }
        }
        yield resolved;
      }
      default -> raw;
    };
  }

  private Object mapping(Map<String, Object> map, String where) {
    if (map.size() == 1) {
      Map.Entry<String, Object> only = map.entrySet().iterator().next();
      if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
        return intrinsic(only.getKey(), only.getValue(), where);
      }
    }
    Map<String, Object> resolved = new LinkedHashMap<>();
    map.forEach((key, raw) -> {
      Object value = resolve(raw, where + "." + key);
      if (!(value instanceof NoValue)) {
        resolved.put(key, value);
      }
    });
    return resolved;
  }

  private Object intrinsic(String function, Object argument, String where) {
    return switch (function) {
      case "Ref" -> stack.ref(argument.toString(), where);
      case "Fn::GetAtt" -> getAtt(argument, where);
      case "Fn::Sub" -> sub(argument, where);
      case "Fn::Join" -> {
        List<Object> parts = arguments(function, argument, 2, where);
        List<Object> values = Tree.asList(resolve(parts.get(1), where), where);
        yield String.join(
            parts.getFirst().toString(), values.stream().map(Object::toString).toList());
      }
      case "Fn::Select" -> {
        List<Object> parts = arguments(function, argument, 2, where);
        int index = Integer.parseInt(resolve(parts.getFirst(), where).toString());
        yield Tree.asList(resolve(parts.get(1), where), where).get(index);
      }
      case "Fn::Split" -> {
        List<Object> parts = arguments(function, argument, 2, where);
        String delimiter = Pattern.quote(parts.getFirst().toString());
        yield List.of(resolve(parts.get(1), where).toString().split(delimiter, -1));
      }
      case "Fn::If" -> {
        List<Object> parts = arguments(function, argument, 3, where);
        yield resolve(
            stack.condition(parts.getFirst().toString()) ? parts.get(1) : parts.get(2), where);
      }
      case "Fn::Transform" -> include(argument, where);
      case "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or" -> truth(Map.of(function, argument), where);
      default -> throw new TemplateException(where + ": the local stack does not know " + function);
    };
  }

  boolean truth(Object raw, String where) {
    Map<String, Object> map = Tree.asMap(raw, where);
    Map.Entry<String, Object> only = map.entrySet().iterator().next();
    String function = only.getKey();
    Object argument = only.getValue();
    return switch (function) {
      case "Condition" -> stack.condition(argument.toString());
      case "Fn::Equals" -> {
        List<Object> parts = arguments(function, argument, 2, where);
        yield resolve(parts.getFirst(), where)
            .toString()
            .equals(resolve(parts.get(1), where).toString());
      }
      case "Fn::Not" -> !truth(arguments(function, argument, 1, where).getFirst(), where);
      case "Fn::And" -> Tree.asList(argument, where).stream().allMatch(each -> truth(each, where));
      case "Fn::Or" -> Tree.asList(argument, where).stream().anyMatch(each -> truth(each, where));
      default ->
          throw new TemplateException(
              where + ": the local stack does not know " + function + " in a condition");
    };
  }

  private Object getAtt(Object argument, String where) {
    List<String> parts =
        argument instanceof List<?> list
            ? list.stream().map(Object::toString).toList()
            : List.of(argument.toString().split("\\.", 2));
    if (parts.size() < 2) {
      throw new TemplateException(where + ": GetAtt needs a resource and an attribute: " + parts);
    }
    return stack.attribute(
        parts.getFirst(), String.join(".", parts.subList(1, parts.size())), where);
  }

  private String sub(Object argument, String where) {
    String text;
    Map<String, Object> variables = Map.of();
    if (argument instanceof List<?>) {
      List<Object> parts = arguments("Fn::Sub", argument, 2, where);
      text = parts.getFirst().toString();
      variables = Tree.asMap(resolve(parts.get(1), where), where);
    } else {
      text = argument.toString();
    }
    Matcher matcher = PLACE.matcher(text);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(
          result, Matcher.quoteReplacement(substitute(matcher, variables, where)));
    }
    return matcher.appendTail(result).toString();
  }

  private String substitute(Matcher matcher, Map<String, Object> variables, String where) {
    String name = matcher.group(2);
    if (!matcher.group(1).isEmpty()) {
      return "${" + name + "}";
    }
    Object variable = variables.get(name);
    if (variable != null) {
      return variable.toString();
    }
    boolean attribute =
        name.contains(".") && !name.endsWith(".Alias") && !name.endsWith(".Version");
    return (attribute ? getAtt(name, where) : stack.ref(name, where)).toString();
  }

  private Object include(Object argument, String where) {
    Tree transform = new Tree(Tree.asMap(argument, where), where + ", Fn::Transform");
    if (!transform.string("Name").equals("AWS::Include")) {
      throw new TemplateException(
          where + ": the local stack does not know the transform " + transform.string("Name"));
    }
    Object location = transform.tree("Parameters").get("Location").orElse("");
    return resolve(stack.include(resolve(location, where).toString()), where);
  }

  private static List<Object> arguments(String function, Object argument, int count, String where) {
    List<Object> parts = Tree.asList(argument, where + ", " + function);
    if (parts.size() != count) {
      throw new TemplateException(where + ": " + function + " takes " + count + " arguments");
    }
    return parts;
  }
}
