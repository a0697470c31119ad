package clientportal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.contract.DocumentedAnswer;
import clientportal.contract.OptionalFields;
import clientportal.contract.PublishedContract;
import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Verifies every answer that a test receives against the published contract. */
public final class Contract {
  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createFor(Path.of("..", "openapi.yaml").toString()).build();
  private static final PublishedContract PUBLISHED = PublishedContract.read();

  /**
   * The headers by which a caller goes on. A function sends each of them exactly with the answers
   * of which the contract says so.
   */
  private static final Map<String, Pattern> GUIDING =
      Map.of(
          // A revision, or what is made of the answer.
          "etag", Pattern.compile("\"(0|[1-9]\\d*|[0-9a-f]{16})\""),
          "location", Pattern.compile("/v1/\\S+"),
          "retry-after", Pattern.compile("\\d+"),
          "www-authenticate", Pattern.compile("Bearer( .+)?"));

  private static final OptionalFields OPTIONAL_FIELDS = OptionalFields.of(PUBLISHED);

  private static final Set<DocumentedAnswer> GIVEN = ConcurrentHashMap.newKeySet();

  private Contract() {}

  /** Returns what operations, or the gateway for them, have answered so far. */
  public static Set<DocumentedAnswer> given() {
    return Set.copyOf(GIVEN);
  }

  /** Returns the headers, in lower case, that each answer has exactly if they are documented. */
  public static Set<String> guidingHeaders() {
    return GUIDING.keySet();
  }

  /** Returns which optional fields all answers so far had, and had not. */
  public static OptionalFields optionalFields() {
    return OPTIONAL_FIELDS;
  }

  public static void check(String method, String path, Answer answer) {
    checkHeaders(method, path, answer);
    PUBLISHED
        .operation(method, path)
        .ifPresent(operation -> {
          checkGuidingHeaders(operation, answer);
          GIVEN.add(DocumentedAnswer.of(operation.id(), answer.status(), problem(answer)));
          note(operation, answer);
        });
    SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
    answer.headers().map().forEach((name, values) -> response.withHeader(name, values));
    if (answer.bytes().length > 0) {
      response.withBody(answer.text());
    }
    ValidationReport report =
        VALIDATOR.validateResponse(path, Request.Method.valueOf(method), response.build());
    assertThat(report.getMessages())
        .as("%s %s: %d %s", method, path, answer.status(), answer.text())
        .noneMatch(message ->
            message.getLevel() == ValidationReport.Level.ERROR
                && !isUnknownRoute(message)
                && !isTestDomain(message));
  }

  private static void checkHeaders(String method, String path, Answer answer) {
    if (!isOfGateway(answer) && path.startsWith("/v1/")) {
      assertThat(answer.header("cache-control"))
          .as("%s %s", method, path)
          .contains(isPicture(answer) ? "public, max-age=31536000, immutable" : "no-store");
      assertThat(answer.header("x-content-type-options"))
          .as("%s %s", method, path)
          .contains("nosniff");
      assertThat(answer.header("strict-transport-security")).as("%s %s", method, path).isPresent();
    }
  }

  /** What everybody may keep. */
  private static boolean isPicture(Answer answer) {
    return answer.header("content-type").filter(type -> type.startsWith("image/")).isPresent();
  }

  private static String problem(Answer answer) {
    return answer.status() < 400 ? "" : answer.at("type").asText();
  }

  private static void note(PublishedContract.Operation operation, Answer answer) {
    String type = answer.header("content-type").orElse("").replaceFirst(";.*", "");
    if (!type.endsWith("json")) {
      return;
    }
    OPTIONAL_FIELDS.note(operation, answer.status(), type, answer.json());
    answer
        .at("errors")
        .forEach(fault ->
            assertThat(fault.has("pointer"))
                .as("a pointer or a parameter, not both: %s", fault)
                .isNotEqualTo(fault.has("parameter")));
  }

  private static void checkGuidingHeaders(PublishedContract.Operation operation, Answer answer) {
    Set<String> documented = operation.headers(answer.status());
    GUIDING.forEach((name, pattern) -> {
      Optional<String> value = answer.header(name);
      if (isOfGateway(answer)) {
        assertThat(value.isPresent() || !name.equals("www-authenticate") || answer.status() != 401)
            .as("%s of the gateway's %d to %s", name, answer.status(), operation.id())
            .isTrue();
        return;
      }
      assertThat(value.isPresent())
          .as("%s with the %d of %s", name, answer.status(), operation.id())
          .isEqualTo(documented.contains(name));
      value.ifPresent(
          text -> assertThat(text).as("%s of %s", name, operation.id()).matches(pattern));
    });
    if (!isOfGateway(answer)) {
      answer
          .header("location")
          .ifPresent(where ->
              assertThat(PUBLISHED.operation("GET", where)).as("GET %s", where).isPresent());
    }
  }

  /** Answers that the gateway writes itself, which no setting changes, are other than ours. */
  private static boolean isOfGateway(Answer answer) {
    return answer.text().startsWith("{\"message\":");
  }

  /** The validator takes no address of a domain that is reserved for tests (RFC 6761). */
  private static boolean isTestDomain(ValidationReport.Message message) {
    return message.getMessage().contains("does not match the email pattern");
  }

  private static boolean isUnknownRoute(ValidationReport.Message message) {
    return message.getKey().equals("validation.request.path.missing")
        || message.getKey().equals("validation.request.operation.notAllowed");
  }
}
