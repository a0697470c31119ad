package clientportal.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each module as it is deployed: how big it is, and how much it loads before it answers. */
final class ZipsIT {
  private static final long MOST_BYTES = 15_000_000;
  private static final long MOST_CLASSES = 3_900;
  private static final String UNKNOWN_ID = "01kjm5c9e1g3h5j7k9m1n3p5q7";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "firms",
        "sites",
        "portals",
        "tasks",
        "clients",
        "accounts",
        "folders",
        "documents",
        "sharing",
        "notes",
        "requests",
        "exports",
        "notifications"
      })
  void zip_isSmall_andWithoutWhatAFunctionMustNotHave(String module) {
    FunctionZip zip = FunctionZip.of(module);
    List<String> contents = zip.contents();

    System.out.printf(Locale.ROOT, "zip: %s %.1f MB%n", module, zip.bytes() / 1e6);
    assertThat(zip.bytes()).isLessThanOrEqualTo(MOST_BYTES);
    assertThat(contents)
        .contains("lib/" + module + "-1.jar", "lib/platform-1.jar", "lib/access-1.jar")
        .noneMatch(name -> name.startsWith("com/fasterxml/jackson/databind/"))
        .noneMatch(name -> name.startsWith("io/netty/"))
        .noneMatch(name -> name.startsWith("org/apache/") && !isOfPdfBox(module, name))
        .noneMatch(name -> name.startsWith("lombok/"))
        .noneMatch(name -> name.matches("lib/.*(databind|netty|apache|lombok|junit|assertj).*"));
  }

  /** The exports alone write PDF. */
  private static boolean isOfPdfBox(String module, String name) {
    return module.equals("exports")
        && name.matches("org/apache/(|commons/|(pdfbox|fontbox|commons/logging)/.*)");
  }

  /** A stranger reads: every handler here asks the table before it answers. */
  @ParameterizedTest
  @CsvSource({
    "firms, GetFirm, 404",
    "sites, GetSite, 404",
    "portals, GetPortal, 404",
    "tasks, GetTask, 404",
    "clients, GetClient, 404",
    "accounts, GetAccount, 404",
    "folders, GetFolder, 404",
    "documents, GetDocument, 404",
    "sharing, GetFolderShares, 404",
    "notes, GetNote, 404",
    "exports, ExportEngagement, 404",
    "notifications, ListNotices, 200",
  })
  @EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime interface client is Linux's alone")
  void firstResponse_inTheRealRuntimeClient_loadsFewClasses(
      String module, String operation, int status) throws Exception {
    PackagedFunction.FirstResponse first =
        new PackagedFunction(Portal.stack(), DeployedFunction.named(operation))
            .answer(event().toString());

    System.out.printf(
        "classes to the first response: %s %s %d%n", module, operation, first.classes());
    assertThat(first.answer().path("statusCode").asInt()).isEqualTo(status);
    JsonNode body = new ObjectMapper().readTree(first.answer().path("body").asText());
    if (status == 404) {
      assertThat(body.path("type").asText()).isEqualTo("urn:problem:not-found");
    } else {
      assertThat(body.path("items").isArray()).isTrue();
      assertThat(body.path("items")).isEmpty();
    }
    // A JVM loads some 450 before it runs anything: fewer here would mean that nothing was counted.
    assertThat(first.classes()).isBetween(2_000L, MOST_CLASSES);
  }

  /** An HTTP API event of payload format 2.0 with the access token of an unknown person. */
  private static ObjectNode event() {
    ObjectNode event = Portal.json();
    event
        .put("version", "2.0")
        .put("routeKey", "GET /v1/unknown")
        .put("rawPath", "/v1/unknown")
        .put("rawQueryString", "")
        .put("isBase64Encoded", false);
    event.putObject("headers").put("accept", "application/json").put("host", "portal.test");
    event
        .putObject("pathParameters")
        .put("firmId", UNKNOWN_ID)
        .put("clientId", UNKNOWN_ID)
        .put("folderId", UNKNOWN_ID)
        .put("documentId", UNKNOWN_ID)
        .put("noteId", UNKNOWN_ID)
        .put("engagementId", UNKNOWN_ID)
        .put("portalId", UNKNOWN_ID)
        .put("slug", "no-such-site");
    ObjectNode context =
        event
            .putObject("requestContext")
            .put("accountId", "000000000000")
            .put("requestId", "packaged")
            .put("routeKey", "GET /v1/unknown")
            .put("stage", "$default");
    context
        .putObject("http")
        .put("method", "GET")
        .put("path", "/v1/unknown")
        .put("protocol", "HTTP/1.1")
        .put("sourceIp", "127.0.0.1")
        .put("userAgent", "packaged");
    context
        .putObject("authorizer")
        .putObject("jwt")
        .putObject("claims")
        .put("sub", UUID.randomUUID().toString())
        .put("token_use", "access")
        .put("auth_time", "1772357400")
        .put("scope", "aws.cognito.signin.user.admin");
    return event;
  }
}
