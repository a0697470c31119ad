package clientportal.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the operations of a contract, and collects their faults. */
final class ContractReader {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final Pattern IN_BRACES = Pattern.compile("\\{([^}]*)}");
  private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final Pattern TAG = Pattern.compile("[a-z]+");

  /** The scheme is HTTP's, which has no scopes: GatewayFile requires the one of access tokens. */
  private static final String BEARER = "[{\"bearer\":[]}]";

  private final JsonNode root;
  private final List<String> faults = new ArrayList<>();
  private final Map<String, String> routesById = new HashMap<>();

  ContractReader(JsonNode root) {
    this.root = root;
  }

  Contract read() {
    refuseExtensions("", root);
    List<Operation> operations = new ArrayList<>();
    root.path("paths")
        .properties()
        .forEach(path -> {
          for (Map.Entry<String, JsonNode> entry : path.getValue().properties()) {
            if (METHODS.contains(entry.getKey())) {
              operations.add(operation(entry.getKey(), path.getKey(), path.getValue()));
            }
          }
        });
    if (operations.isEmpty()) {
      faults.add("It has no operation.");
    }
    if (!faults.isEmpty()) {
      throw new ContractException(faults);
    }
    return new Contract(root.path("info").path("version").asText(), operations);
  }

  /** The published contract must not reveal how it is served. */
  private void refuseExtensions(String pointer, JsonNode node) {
    node.properties()
        .forEach(property -> {
          if (property.getKey().toLowerCase(Locale.ROOT).startsWith("x-amazon-")) {
            faults.add("AWS extension: " + property.getKey() + " in " + pointer + "/");
          }
          refuseExtensions(pointer + "/" + property.getKey(), property.getValue());
        });
    if (node.isArray()) {
      node.forEach(element -> refuseExtensions(pointer, element));
    }
  }

  private Operation operation(String method, String path, JsonNode item) {
    JsonNode operation = item.path(method);
    String route = method.toUpperCase(Locale.ROOT) + " " + path;
    String id = id(route, operation);
    List<Parameter> parameters = new ArrayList<>();
    item.path("parameters").forEach(parameter -> parameters.add(parameter(parameter)));
    operation.path("parameters").forEach(parameter -> parameters.add(parameter(parameter)));
    comparePath(route, path, parameters);
    return new Operation(
        id, tag(route, operation), method, path, parameters, isPublic(route, operation));
  }

  private String tag(String route, JsonNode operation) {
    JsonNode tags = operation.path("tags");
    String tag = tags.path(0).asText();
    if (tags.size() != 1 || !TAG.matcher(tag).matches()) {
      faults.add(route + " does not have exactly one tag, of lower-case letters: " + tags);
    }
    return tag;
  }

  private String id(String route, JsonNode operation) {
    String id = operation.path("operationId").asText();
    if (id.isEmpty()) {
      faults.add(route + " has no operationId.");
      return "none";
    }
    if (!ID.matcher(id).matches()) {
      faults.add(route + " has an operationId that cannot name a function: " + id);
    }
    String other = routesById.putIfAbsent(id, route);
    if (other != null) {
      faults.add(route + " has the operationId of " + other + ": " + id);
    }
    return id;
  }

  private Parameter parameter(JsonNode declared) {
    JsonNode parameter = resolve(declared);
    return new Parameter(
        parameter.path("name").asText(),
        parameter.path("in").asText(),
        resolve(parameter.path("schema")).path("type").asText("string"));
  }

  private JsonNode resolve(JsonNode node) {
    String reference = node.path("$ref").asText();
    if (reference.isEmpty()) {
      return node;
    }
    JsonNode target = reference.startsWith("#") ? root.at(reference.substring(1)) : root.path("");
    if (target.isMissingNode()) {
      faults.add("Missing: " + reference);
    }
    return target;
  }

  private void comparePath(String route, String path, List<Parameter> parameters) {
    Set<String> used =
        IN_BRACES
            .matcher(path)
            .results()
            .map((MatchResult match) -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> declared =
        parameters.stream()
            .filter(Parameter::isInPath)
            .map(Parameter::name)
            .collect(Collectors.toCollection(TreeSet::new));
    used.stream()
        .filter(name -> !declared.contains(name))
        .forEach(name -> faults.add(route + " does not declare its path parameter " + name + "."));
    declared.stream()
        .filter(name -> !used.contains(name))
        .forEach(name -> faults.add(route + " declares " + name + ", which is not in its path."));
  }

  /** Each operation states its security itself, so that none is public by default. */
  private boolean isPublic(String route, JsonNode operation) {
    JsonNode security = operation.path("security");
    if (!security.isArray()) {
      faults.add(route + " does not state its security.");
      return false;
    }
    if (security.isEmpty()) {
      return true;
    }
    if (!security.toString().equals(BEARER)) {
      faults.add(route + " has a security that is neither [] nor " + BEARER + ": " + security);
    }
    return false;
  }
}
