package clientportal.local.template;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One template with values for its parameters; resolves the properties of its resources. */
final class Stack {
  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Transform",
          "Description",
          "Metadata",
          "Parameters",
          "Globals",
          "Conditions",
          "Rules",
          "Resources",
          "Outputs");
  private static final Set<String> RESOURCE_KEYS =
      Set.of(
          "Type",
          "Properties",
          "Condition",
          "DependsOn",
          "Metadata",
          "DeletionPolicy",
          "UpdateReplacePolicy",
          "UpdatePolicy");

  private final String name;
  private final Path file;
  private final Place place;
  private final Attributes attributes;
  private final Map<String, Object> parameters;
  private final Map<String, Object> conditions;
  private final Map<String, Object> outputs;
  private final Map<String, Object> globals;
  private final Map<String, Resource> resources = new LinkedHashMap<>();
  private final Map<String, Stack> children = new HashMap<>();
  private final Intrinsics intrinsics = new Intrinsics(this);

  Stack(String name, Path file, Map<String, Object> given, Place place) {
    this.name = name;
    this.file = file;
    this.place = place;
    this.attributes = new Attributes(place, name);
    Map<String, Object> template = Yaml.read(file);
    new Tree(template, file.getFileName().toString()).only(SECTIONS, Set.of());
    this.conditions = section(template, "Conditions");
    this.outputs = section(template, "Outputs");
    this.globals = section(template, "Globals");
    this.parameters = new Parameters(file).values(section(template, "Parameters"), given);
    section(template, "Resources").forEach(this::addResource);
  }

  private Map<String, Object> section(Map<String, Object> template, String section) {
    return Tree.asMap(template.getOrDefault(section, Map.of()), file + ", " + section);
  }

  private void addResource(String logicalId, Object raw) {
    String where = file.getFileName() + ", " + logicalId;
    Tree tree = new Tree(Tree.asMap(raw, where), where).only(RESOURCE_KEYS, Set.of());
    String type = tree.string("Type");
    if (!ResourceTypes.RUN.contains(type) && !ResourceTypes.WITHOUT_EFFECT.contains(type)) {
      throw new TemplateException(where + ": the local stack does not know the type " + type);
    }
    if (tree.optional("Condition").map(this::condition).orElse(true)) {
      resources.put(logicalId, new Resource(logicalId, type, tree.tree("Properties").values()));
    }
  }

  String name() {
    return name;
  }

  Path file() {
    return file;
  }

  Place place() {
    return place;
  }

  List<Resource> resources() {
    return List.copyOf(resources.values());
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  /** The resolved properties of a resource, merged with the globals of its type. */
  Tree properties(Resource resource) {
    String where = file.getFileName() + ", " + resource.logicalId();
    return new Tree(Tree.asMap(intrinsics.resolve(written(resource), where), where), where);
  }

  /** The properties of a resource with their references, merged with the globals of its type. */
  Map<String, Object> written(Resource resource) {
    if (!resource.type().equals(ResourceTypes.FUNCTION)) {
      return resource.properties();
    }
    String where = file.getFileName() + ", Globals";
    new Tree(globals, where).only(Set.of("Function"), Set.of());
    return Globals.merge(
        Tree.asMap(globals.getOrDefault("Function", Map.of()), where), resource.properties());
  }

  String physicalName(Resource resource) {
    return attributes.name(
        resource,
        property ->
            Optional.ofNullable(resource.properties().get(property))
                .map(raw -> intrinsics.resolve(raw, where(resource.logicalId())).toString()));
  }

  /** The nested stack that this resource is. */
  Stack child(Resource resource) {
    Stack known = children.get(resource.logicalId());
    if (known != null) {
      return known;
    }
    Tree properties = properties(resource);
    String location =
        properties.optional("TemplateURL").orElseGet(() -> properties.string("Location"));
    Stack child =
        new Stack(
            name + "-" + resource.logicalId(),
            file.resolveSibling(location).normalize(),
            properties.tree("Parameters").values(),
            place);
    children.put(resource.logicalId(), child);
    return child;
  }

  Map<String, Object> outputs() {
    Map<String, Object> values = new LinkedHashMap<>();
    outputs.forEach((key, raw) -> output(key).ifPresent(value -> values.put(key, value)));
    return values;
  }

  private Optional<Object> output(String key) {
    String where = file.getFileName() + ", Outputs." + key;
    Object raw = outputs.get(key);
    if (raw == null) {
      return Optional.empty();
    }
    Tree tree = new Tree(Tree.asMap(raw, where), where);
    if (!tree.optional("Condition").map(this::condition).orElse(true)) {
      return Optional.empty();
    }
    return tree.get("Value").map(value -> intrinsics.resolve(value, where));
  }

  boolean condition(String key) {
    Object raw = conditions.get(key);
    if (raw == null) {
      throw new TemplateException(file + ": no condition '" + key + "'");
    }
    return intrinsics.truth(raw, where("Conditions." + key));
  }

  Object ref(String target, String where) {
    Object parameter = parameters.get(target);
    if (parameter != null) {
      return parameter;
    }
    Resource resource = resources.get(target);
    if (resource != null) {
      return attributes.ref(resource.type(), physicalName(resource));
    }
    String alias = target.replaceFirst("\\.(Alias|Version)$", "");
    Resource function = resources.get(alias);
    if (function != null && function.type().equals(ResourceTypes.FUNCTION)) {
      return place.arn("lambda", "function:" + physicalName(function) + ":live");
    }
    return switch (target) {
      case "AWS::Region" -> place.region();
      case "AWS::AccountId" -> place.accountId();
      case "AWS::Partition" -> "aws";
      case "AWS::URLSuffix" -> "amazonaws.com";
      case "AWS::StackName" -> name;
      case "AWS::StackId" -> place.arn("cloudformation", "stack/" + name);
      case "AWS::NoValue" -> Intrinsics.NoValue.INSTANCE;
      default -> throw new TemplateException(where + ": '" + target + "' is not defined");
    };
  }

  Object attribute(String logicalId, String attribute, String where) {
    Resource resource = resources.get(logicalId);
    if (resource == null) {
      throw new TemplateException(where + ": no resource '" + logicalId + "'");
    }
    if (attribute.startsWith("Outputs.")) {
      String key = attribute.substring("Outputs.".length());
      return child(resource)
          .output(key)
          .orElseThrow(
              () -> new TemplateException(where + ": " + logicalId + " has no output " + key));
    }
    return attributes
        .attribute(resource.type(), physicalName(resource), attribute)
        .orElseThrow(() ->
            new TemplateException(
                where + ": the local stack does not know " + logicalId + "." + attribute));
  }

  /** The content of an included file, whose path is relative to this template. */
  Map<String, Object> include(String location) {
    return Yaml.read(file.resolveSibling(location).normalize());
  }

  Set<Stack> withChildren() {
    Set<Stack> all = new LinkedHashSet<>();
    all.add(this);
    for (Resource resource : resources.values()) {
      if (resource.type().equals(ResourceTypes.STACK)
          || resource.type().equals(ResourceTypes.SAM_STACK)) {
        all.addAll(child(resource).withChildren());
      }
    }
    return all;
  }

  private String where(String part) {
    return file.getFileName() + ", " + part;
  }
}
