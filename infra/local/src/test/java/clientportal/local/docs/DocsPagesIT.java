package clientportal.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocsPagesIT {
  private static final Path OPENAPI = Path.of("..", "openapi.yaml");

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;

  DocsPagesIT() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    DocsPages pages = new DocsPages(OPENAPI);
    server.createContext("/docs", pages);
    server.createContext("/openapi.yaml", pages);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    client.close();
  }

  @Test
  void openapi_isTheFileItself() throws Exception {
    HttpResponse<String> response = get("/openapi.yaml");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/yaml; charset=utf-8");
    assertThat(response.body()).isEqualTo(Files.readString(OPENAPI));
  }

  @Test
  void docs_andAllThatThePageNames_areServedHere() throws Exception {
    HttpResponse<String> page = get("/docs");
    List<String> named = found("(?:src|href)=\"([^#\"][^\"]*)\"", page.body());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy ->
            assertThat(policy).contains("default-src 'none'").doesNotContain("script", "unsafe"));
    assertThat(named).containsExactlyInAnyOrder("/docs/page.css", "/openapi.yaml");
    for (String path : named) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(get("/docs/").body()).isEqualTo(page.body());
  }

  @Test
  void docs_haveEveryOperationAndSchema_andEachLinkLeadsSomewhere() throws Exception {
    String contract = Files.readString(OPENAPI);
    String page = get("/docs").body();
    List<String> ids = found(" id=\"([^\"]+)\"", page);

    assertThat(ids)
        .doesNotHaveDuplicates()
        .containsAll(found("(?m)^ +operationId: (\\w+)$", contract))
        .containsAll(
            found("(?m)^    (\\w+):", contract.substring(contract.indexOf("\n  schemas:\n")))
                .stream()
                .map(schema -> "schema-" + schema)
                .toList());
    assertThat(found("href=\"#([^\"]+)\"", page)).hasSizeGreaterThan(500).isSubsetOf(ids);
    assertThat(page).doesNotContain("<script", "onclick", "style=");
  }

  /** A screen reader lists the headings; none may be skipped. */
  @Test
  void docs_haveHeadingsInOrder() throws Exception {
    List<Integer> levels =
        found("<h([1-6])", get("/docs").body()).stream().map(Integer::valueOf).toList();

    assertThat(levels.getFirst()).isEqualTo(1);
    for (int i = 1; i < levels.size(); i++) {
      assertThat(levels.get(i)).isBetween(2, levels.get(i - 1) + 1);
    }
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  @Test
  void unknownPath_is404() throws Exception {
    assertThat(get("/docs/other").statusCode()).isEqualTo(404);
    assertThat(get("/docsother").statusCode()).isEqualTo(404);
    assertThat(get("/docs/..%2f..%2fpom.xml").statusCode()).isEqualTo(404);
  }

  @Test
  void otherMethod_is405() throws Exception {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(uri("/docs")).POST(BodyPublishers.noBody()).build(),
            BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
  }

  @Test
  void head_hasTheLengthAndNoBody() throws Exception {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(uri("/openapi.yaml")).HEAD().build(), BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(Files.size(OPENAPI));
    assertThat(response.body()).isEmpty();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create(
        "http://%s:%d%s"
            .formatted(
                server.getAddress().getAddress().getHostAddress(),
                server.getAddress().getPort(),
                path));
  }
}
