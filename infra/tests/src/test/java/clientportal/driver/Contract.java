package clientportal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.nio.file.Path;
import java.util.Set;

/** Verifies every answer that a test receives against the published contract. */
public final class Contract {
  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createFor(Path.of("..", "openapi.yaml").toString()).build();

  /** Whatever the operation: no such route or method, and what any may answer. */
  private static final Set<Integer> ANYWHERE = Set.of(429, 500, 503);

  private Contract() {}

  public static void check(String method, String path, Answer answer) {
    checkHeaders(method, path, answer);
    if (ANYWHERE.contains(answer.status())) {
      return;
    }
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

  /** Answers that the gateway writes itself, which no setting changes, have other bodies. */
  private static void checkHeaders(String method, String path, Answer answer) {
    boolean ofGateway = answer.text().startsWith("{\"message\":");
    if (!ofGateway && path.startsWith("/v1/")) {
      assertThat(answer.header("cache-control")).as("%s %s", method, path).contains("no-store");
      assertThat(answer.header("x-content-type-options"))
          .as("%s %s", method, path)
          .contains("nosniff");
      assertThat(answer.header("strict-transport-security")).as("%s %s", method, path).isPresent();
    }
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
