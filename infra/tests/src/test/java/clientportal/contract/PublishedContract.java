package clientportal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published contract as a caller's tool reads it: its operations, with references resolved. */
public record PublishedContract(JsonNode document, List<Operation> operations) {
  private static final Path OPENAPI = Path.of("..", "openapi.yaml");
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private static final Pattern IN_BRACES = Pattern.compile("\\{[^}]*}");

  /**
   * An operation.
   *
   * @param path with the names of its parameters in braces
   */
  public record Operation(String id, String method, String path, JsonNode node, JsonNode document) {

    /** Returns the name of its function. */
    public String function() {
      return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    }

    /** Returns a response, missing if there is none of this status. */
    public JsonNode response(int status) {
      return resolve(document, node.path("responses").path(Integer.toString(status)));
    }

    /** Returns the statuses of its answers. */
    public Stream<Integer> statuses() {
      return node.path("responses")
          .propertyStream()
          .map(response -> Integer.valueOf(response.getKey()));
    }

    /** Returns all kinds of answers; the plain messages of the gateway beside problems aside. */
    public Set<DocumentedAnswer> answers() {
      return statuses().flatMap(this::answers).collect(Collectors.toSet());
    }

    private Stream<DocumentedAnswer> answers(int status) {
      JsonNode problem = response(status).at("/content/application~1problem+json");
      if (problem.isMissingNode()) {
        return Stream.of(DocumentedAnswer.of(id, status, ""));
      }
      return problem
          .path("examples")
          .valueStream()
          .map(example -> resolve(document, example).at("/value/type").asText())
          .map(type -> DocumentedAnswer.of(id, status, type));
    }

    /** Tells whether it has this problem with a status. */
    public boolean hasProblem(int status, String name) {
      return answers().contains(DocumentedAnswer.of(id, status, "urn:problem:" + name));
    }

    /** Returns the names of the headers that are documented with a status, in lower case. */
    public Set<String> headers(int status) {
      return response(status)
          .path("headers")
          .propertyStream()
          .map(header -> header.getKey().toLowerCase(Locale.ROOT))
          .collect(Collectors.toSet());
    }

    /** Returns the names of its parameters. */
    public Set<String> parameters() {
      return node.path("parameters")
          .valueStream()
          .map(parameter -> resolve(document, parameter).path("name").asText())
          .collect(Collectors.toSet());
    }

    /** Returns the names of the fields of its body; none if it takes none. */
    public Set<String> bodyProperties() {
      return node.at("/requestBody/content")
          .valueStream()
          .flatMap(
              media -> resolve(document, media.path("schema")).path("properties").propertyStream())
          .map(Map.Entry::getKey)
          .collect(Collectors.toSet());
    }

    /** Returns a copy of the first example of its body; missing if it takes none. */
    public JsonNode bodyExample() {
      return node.at("/requestBody/content")
          .valueStream()
          .flatMap(media ->
              Stream.concat(
                  Stream.of(media.path("example")).filter(example -> !example.isMissingNode()),
                  media
                      .path("examples")
                      .valueStream()
                      .map(example -> resolve(document, example).path("value"))))
          .findFirst()
          .<JsonNode>map(JsonNode::deepCopy)
          .orElseGet(MissingNode::getInstance);
    }

    public boolean isPublic() {
      return node.path("security").isEmpty();
    }

    private boolean matches(String ofMethod, String ofPath) {
      return method.equals(ofMethod)
          && ofPath.matches(
              IN_BRACES.splitAsStream(path).map(Pattern::quote).collect(Collectors.joining("[^/]+"))
                  + (path.endsWith("}") ? "[^/]+" : ""));
    }
  }

  public static PublishedContract read() {
    try {
      Object yaml =
          new Load(LoadSettings.builder().build()).loadFromString(Files.readString(OPENAPI));
      return of(new ObjectMapper().valueToTree(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PublishedContract of(JsonNode document) {
    return new PublishedContract(
        document,
        document
            .path("paths")
            .propertyStream()
            .flatMap(path ->
                path.getValue()
                    .propertyStream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .map(method ->
                        new Operation(
                            method.getValue().path("operationId").asText(),
                            method.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            method.getValue(),
                            document)))
            .toList());
  }

  /** Finds the operation that a call is for. */
  public Optional<Operation> operation(String method, String path) {
    return operations.stream().filter(operation -> operation.matches(method, path)).findFirst();
  }

  private static JsonNode resolve(JsonNode document, JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }
}
