package clientportal.local.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A template, or a part of it, as CloudFormation takes it: in JSON. */
public record DeployableTemplate(Map<String, Object> sections) {
  private static final Pattern WORD = Pattern.compile("\\w+");

  /** Reads a template. */
  public static DeployableTemplate read(Path file) {
    return new DeployableTemplate(Yaml.read(file));
  }

  /**
   * Leaves out the functions, whatever refers to one of them, and what SAM would make of this
   * template.
   */
  public DeployableTemplate withoutFunctions() {
    Map<String, Object> left = new LinkedHashMap<>(sections);
    left.remove("Transform");
    left.remove("Globals");
    Map<String, Object> resources = resources();
    Set<String> functions = new HashSet<>();
    resources.forEach((name, resource) -> {
      if (type(resource).equals(ResourceTypes.FUNCTION)) {
        functions.add(name);
      }
    });
    resources.keySet().removeAll(functions);
    resources.values().removeIf(resource -> refersToAny(functions, resource));
    left.put("Resources", resources);
    return new DeployableTemplate(left);
  }

  /**
   * Lets parameters be empty: LocalStack takes an empty value for none, and fails where the
   * template has none of its own. That a value is missing altogether, the local stack's reader
   * finds.
   */
  public DeployableTemplate withEmptyDefaults() {
    Map<String, Object> parameters = new LinkedHashMap<>(section("Parameters"));
    parameters.replaceAll((name, declared) -> {
      Map<String, Object> parameter = new LinkedHashMap<>(Tree.asMap(declared, name));
      if ("String".equals(parameter.get("Type"))) {
        parameter.putIfAbsent("Default", "");
      }
      return parameter;
    });
    Map<String, Object> left = new LinkedHashMap<>(sections);
    left.put("Parameters", parameters);
    return new DeployableTemplate(left);
  }

  /** Leaves only these nested stacks, and no outputs; each is read from its file's address. */
  public DeployableTemplate onlyStacks(Set<String> names, UnaryOperator<String> address) {
    Map<String, Object> resources = resources();
    if (!resources.keySet().containsAll(names)) {
      throw new TemplateException("not all of " + names + " are there");
    }
    resources.keySet().retainAll(names);
    resources.replaceAll((name, resource) -> {
      Map<String, Object> stack = new LinkedHashMap<>(Tree.asMap(resource, name));
      Map<String, Object> properties =
          new LinkedHashMap<>(Tree.asMap(stack.getOrDefault("Properties", Map.of()), name));
      properties.computeIfPresent("TemplateURL", (_, file) -> address.apply(file.toString()));
      stack.put("Properties", properties);
      return stack;
    });
    Map<String, Object> left = new LinkedHashMap<>(sections);
    left.put("Resources", resources);
    left.remove("Outputs");
    return new DeployableTemplate(left);
  }

  /** Tells whether a text in the resource names one of these, alone or with an attribute. */
  private static boolean refersToAny(Set<String> names, Object resource) {
    return WORD.matcher(resource.toString())
        .results()
        .map(MatchResult::group)
        .anyMatch(names::contains);
  }

  private Map<String, Object> resources() {
    return new LinkedHashMap<>(section("Resources"));
  }

  private Map<String, Object> section(String name) {
    return Tree.asMap(sections.getOrDefault(name, Map.of()), name);
  }

  private static String type(Object resource) {
    return String.valueOf(Tree.asMap(resource, "a resource").get("Type"));
  }

  /** The template as JSON. */
  public String json() {
    try {
      return new ObjectMapper().writeValueAsString(sections);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
