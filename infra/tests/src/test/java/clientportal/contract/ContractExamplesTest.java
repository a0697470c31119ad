package clientportal.contract;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.platform.problem.ProblemType;
import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Loads the contract as a caller's tool would, and verifies each of its examples against it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractExamplesTest {
  private static final Path OPENAPI = Path.of("..", "openapi.yaml");
  private static final Pattern IN_BRACES = Pattern.compile("\\{([^}]*)}");

  /** Any operation may answer these; the introduction lists their problems. */
  private static final List<String> ANYWHERE = List.of("401", "429", "500", "503");

  /** Any operation that staff may call answers these; the introduction lists them. */
  private static final List<String> OF_STAFF =
      List.of("urn:problem:staff-client-required", "urn:problem:second-factor-required");

  private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

  private final OpenApiInteractionValidator validator =
      OpenApiInteractionValidator.createFor(OPENAPI.toString()).build();
  private final JsonNode contract;

  ContractExamplesTest() throws IOException {
    Object yaml =
        new Load(LoadSettings.builder().build()).loadFromString(Files.readString(OPENAPI));
    contract = new ObjectMapper().valueToTree(yaml);
  }

  @Test
  void requestExamples_areGood() {
    List<Example> examples =
        operations().stream().flatMap(operation -> requests(operation).stream()).toList();

    assertThat(examples).hasSizeGreaterThanOrEqualTo(11);
    for (Example example : examples) {
      assertGood(example, validator.validateRequest(request(example, example.body())));
    }
  }

  @Test
  void responseExamples_areGood() {
    List<Example> examples =
        operations().stream().flatMap(operation -> responses(operation).stream()).toList();

    assertThat(examples).hasSizeGreaterThan(250);
    for (Example example : examples) {
      assertGood(example, validate(example, example.body()));
    }
  }

  @Test
  void everyRequestAndResponse_hasAnExample() {
    for (Operation operation : operations()) {
      operation
          .node()
          .path("requestBody")
          .path("content")
          .properties()
          .forEach(media -> assertThat(examples(media.getValue())).as(operation.id()).isNotEmpty());
      operation
          .node()
          .path("responses")
          .properties()
          .forEach(response ->
              resolve(response.getValue())
                  .path("content")
                  .properties()
                  .forEach(media ->
                      assertThat(examples(media.getValue()))
                          .as(operation.id() + " " + response.getKey())
                          .isNotEmpty()));
    }
  }

  @Test
  void requestWithAnUnknownField_isNotGood() {
    Example folder = requests(operation("createFolder")).getFirst();

    assertThat(validator.validateRequest(request(folder, "{\"name\":\"A\",\"x\":1}")).hasErrors())
        .isTrue();
  }

  @Test
  void responseWithoutARequiredField_isNotGood() {
    Example folder = responses(operation("createFolder")).getFirst();

    assertThat(validate(folder, "{\"name\":\"Tax 2025\"}").hasErrors()).isTrue();
  }

  @Test
  void problems_areListedByEachOperationAsItsResponsesHaveThem() {
    for (Operation operation : operations()) {
      String description = operation.node().path("description").asText();
      String problems = description.substring(description.indexOf("**Problems:**"));
      List<String> listed =
          Pattern.compile("`([a-z-]+)`")
              .matcher(problems)
              .results()
              .map(match -> "urn:problem:" + match.group(1))
              .toList();
      List<String> answered =
          responses(operation).stream()
              .filter(example -> example.type().equals("application/problem+json"))
              .filter(example -> !ANYWHERE.contains(example.status()))
              .map(example -> example.body().replaceFirst(".*\"type\":\"([^\"]+)\".*", "$1"))
              .filter(problem -> !OF_STAFF.contains(problem))
              .toList();

      assertThat(listed).as(operation.id()).containsExactlyInAnyOrderElementsOf(answered);
    }
  }

  @Test
  void problemExamples_areUnderTheirStatus() {
    for (Operation operation : operations()) {
      responses(operation).stream()
          .filter(example -> example.type().equals("application/problem+json"))
          .forEach(example ->
              assertThat(example.body())
                  .as(operation.id())
                  .contains("\"status\":" + example.status()));
    }
  }

  @Test
  void problems_areThoseOfTheKernel() {
    List<String> published =
        contract
            .at("/components/schemas/Problem/properties/type/enum")
            .valueStream()
            .map(JsonNode::asText)
            .toList();
    Map<String, String> titles = new TreeMap<>();
    contract
        .at("/components/examples")
        .forEach(example ->
            titles.put(
                example.at("/value/type").asText(),
                example.at("/value/status").asText() + " " + example.at("/value/title").asText()));

    assertThat(published)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProblemType.values()).map(type -> "urn:problem:" + type.slug()).toList());
    titles.forEach((type, title) ->
        assertThat(title)
            .isEqualTo(
                Arrays.stream(ProblemType.values())
                    .filter(known -> type.equals("urn:problem:" + known.slug()))
                    .map(known -> known.status() + " " + known.title())
                    .findFirst()
                    .orElseThrow()));
  }

  private record Operation(String id, String method, String path, JsonNode node) {}

  private record Example(Operation operation, String status, String type, String body) {}

  private static void assertGood(Example example, ValidationReport report) {
    assertThat(report.getMessages())
        .as("%s %s %s", example.operation().id(), example.status(), example.body())
        .isEmpty();
  }

  private SimpleRequest request(Example example, String body) {
    String method = example.operation().method();
    return new SimpleRequest.Builder(method, path(example.operation()))
        .withHeader("Authorization", "Bearer token")
        .withContentType(example.type())
        .withBody(body)
        .build();
  }

  private ValidationReport validate(Example example, String body) {
    SimpleResponse.Builder response =
        SimpleResponse.Builder.status(Integer.parseInt(example.status()))
            .withContentType(example.type())
            .withBody(body);
    resolve(example.operation().node().path("responses").path(example.status()))
        .path("headers")
        .properties()
        .forEach(header ->
            response.withHeader(
                header.getKey(), resolve(header.getValue()).path("example").asText()));
    return validator.validateResponse(
        path(example.operation()), Method.valueOf(example.operation().method()), response.build());
  }

  /** The path of an operation with the examples of its parameters. */
  private String path(Operation operation) {
    return IN_BRACES
        .matcher(operation.path())
        .replaceAll(
            match -> contract.at("/components/parameters/" + match.group(1) + "/example").asText());
  }

  private List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          operations.add(
              new Operation(
                  method.getValue().path("operationId").asText(),
                  method.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  method.getValue()));
        }
      }
    }
    return operations;
  }

  private Operation operation(String id) {
    return operations().stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<Example> requests(Operation operation) {
    List<Example> found = new ArrayList<>();
    for (var media : operation.node().path("requestBody").path("content").properties()) {
      examples(media.getValue())
          .forEach(body -> found.add(new Example(operation, "request", media.getKey(), body)));
    }
    return found;
  }

  private List<Example> responses(Operation operation) {
    List<Example> found = new ArrayList<>();
    for (var response : operation.node().path("responses").properties()) {
      for (var media : resolve(response.getValue()).path("content").properties()) {
        examples(media.getValue())
            .forEach(
                body -> found.add(new Example(operation, response.getKey(), media.getKey(), body)));
      }
    }
    return found;
  }

  private List<String> examples(JsonNode media) {
    List<String> found = new ArrayList<>();
    if (media.has("example")) {
      found.add(media.path("example").toString());
    }
    media.path("examples").forEach(example -> found.add(resolve(example).path("value").toString()));
    return found;
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? contract.at(node.path("$ref").asText().substring(1)) : node;
  }
}
