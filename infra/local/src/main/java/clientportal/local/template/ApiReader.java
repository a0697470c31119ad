package clientportal.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the HTTP API from its import file: routes, authorizers and CORS. */
final class ApiReader {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");
  private static final Pattern FUNCTION =
      Pattern.compile(":function:([A-Za-z0-9_-]+)(:[A-Za-z0-9_$-]+)?/invocations$");

  private final Tree body;
  private final Place place;

  private ApiReader(Tree body, Place place) {
    this.body = body;
    this.place = place;
  }

  /** Reads the API with the variables of its stage. */
  static Application.HttpApi read(Tree properties, Map<String, String> variables, Place place) {
    properties.only(
        Set.of("Body"),
        Set.of("Name", "Description", "DisableExecuteApiEndpoint", "FailOnWarnings", "Tags"));
    return new ApiReader(properties.tree("Body"), place).read(variables);
  }

  private Application.HttpApi read(Map<String, String> variables) {
    List<Application.Route> routes = new ArrayList<>();
    Tree paths = body.tree("paths");
    for (String path : paths.values().keySet()) {
      Tree operations = paths.tree(path);
      for (String method : operations.values().keySet()) {
        if (METHODS.contains(method)) {
          routes.add(route(path, method, operations.tree(method)));
        } else if (!method.equals("parameters")) {
          throw new TemplateException(
              operations.where() + ": the local stack does not know '" + method + "'");
        }
      }
    }
    return new Application.HttpApi(place.apiId(), List.copyOf(routes), cors(), variables);
  }

  private Application.Route route(String path, String method, Tree operation) {
    Tree integration = operation.tree("x-amazon-apigateway-integration");
    if (!integration.string("payloadFormatVersion").equals("2.0")) {
      throw new TemplateException(operation.where() + ": the payload format is not 2.0");
    }
    String uri = integration.string("uri");
    Matcher function = FUNCTION.matcher(uri);
    if (!function.find()) {
      throw new TemplateException(operation.where() + ": no function in " + uri);
    }
    return new Application.Route(
        method.toUpperCase(Locale.ROOT), path, function.group(1), authorizer(operation));
  }

  private Optional<Application.Authorizer> authorizer(Tree operation) {
    Tree owner = operation.get("security").isPresent() ? operation : body;
    List<Tree> requirements = owner.trees("security");
    if (requirements.isEmpty()) {
      return Optional.empty();
    }
    if (requirements.size() > 1) {
      throw new TemplateException(
          operation.where() + ": the local stack supports one security requirement per route");
    }
    Tree requirement = requirements.getFirst();
    String scheme = requirement.values().keySet().iterator().next();
    Tree authorizer =
        body.tree("components")
            .tree("securitySchemes")
            .tree(scheme)
            .tree("x-amazon-apigateway-authorizer");
    if (!authorizer.string("type").equals("jwt")) {
      throw new TemplateException(authorizer.where() + ": the local stack supports only jwt");
    }
    Tree configuration = authorizer.tree("jwtConfiguration");
    return Optional.of(
        new Application.Authorizer(
            configuration.string("issuer"),
            configuration.strings("audience"),
            requirement.strings(scheme)));
  }

  private Optional<Application.CorsRule> cors() {
    return body.get("x-amazon-apigateway-cors")
        .map(present -> body.tree("x-amazon-apigateway-cors"))
        .map(cors ->
            new Application.CorsRule(
                cors.strings("allowOrigins"),
                cors.strings("allowMethods"),
                cors.strings("allowHeaders"),
                cors.strings("exposeHeaders"),
                cors.integer("maxAge", 0)));
  }
}
