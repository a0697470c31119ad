package clientportal.local.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitePagesIT {
  private static final Site SITE =
      new Site(
          Side.PORTAL,
          Map.of("api", "http://127.0.0.1:8080", "region", "eu-central-1"),
          URI.create("http://127.0.0.1:8080"),
          Set.of(URI.create("http://127.0.0.1:8080"), URI.create("http://127.0.0.1:8081")));

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;

  SitePagesIT() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    server.createContext("/", new SitePages(SITE, new PageFiles("fixture/pages")));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    client.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/assets/portal/page.js, text/javascript; charset=utf-8, // The portal's script.",
    "/assets/shared/page.css, text/css; charset=utf-8, /* The common style sheet. */",
    "/assets/lib/library.js, text/javascript; charset=utf-8, // A library.",
  })
  void assets_areTheFilesOfThePages(String path, String type, String content) throws Exception {
    HttpResponse<String> response = get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
    assertThat(response.body().strip()).isEqualTo(content);
  }

  /** A script that is missing must not be answered by a page, which the browser would not run. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/",
        "/assets/portal",
        "/assets/portal/",
        "/assets/portal/missing.js",
        "/assets/portal/.hidden.js",
        "/assets/portal/page.js/",
        "/assets/portal/page.class",
        "/assets/other.js",
      })
  void otherAssets_areNotThere(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  /** Without a client that would tidy the path up. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/portal/../staff/page.js",
        "/assets/shared/../../secret.js",
        "/assets/shared/%2e%2e/staff/page.js",
        "/assets/shared/..%2fstaff%2fpage.js",
        "/assets/shared/%2e%2e%2f%2e%2e%2fsecret.js",
        "/assets/shared/..%5cstaff%5cpage.js",
        "/assets//shared/page.css",
        "/assets/./shared/page.css",
        "/assets/../staff/page.js",
      })
  void pathsThatLeadOutOfTheirFolder_areRefused(String path) throws Exception {
    String answer = raw(path);

    assertThat(answer).startsWith("HTTP/1.1 404 ").doesNotContain("staff's", "secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/meyer",
        "/meyer/invitation",
        "/meyer/clients/C/folders/F/documents/D",
        "/index.html",
        "/secret.js"
      })
  void everyOtherPath_isThePage(String path) throws Exception {
    HttpResponse<String> response = get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(response.body()).contains("<title>Portal</title>");
  }

  @Test
  void config_isWhatThePagesMustKnow() throws Exception {
    HttpResponse<String> response = get("/config.json");

    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(response.body())
        .isEqualTo("{\"api\":\"http://127.0.0.1:8080\",\"region\":\"eu-central-1\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/meyer", "/config.json", "/assets/portal/page.js", "/assets/portal/none.js"})
  void everyAnswer_saysWhatThePageMayDo(String path) throws Exception {
    HttpResponse<String> response = get(path);

    assertThat(response.headers().firstValue("Content-Security-Policy"))
        .hasValue(
            "default-src 'none'; script-src 'self'; style-src 'self';"
                + " img-src 'self' data: http://127.0.0.1:8080; font-src 'self';"
                + " connect-src 'self' http://127.0.0.1:8080 http://127.0.0.1:8081;"
                + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(response.headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void head_hasTheLengthAndNoBody_andOtherMethodsAre405() throws Exception {
    HttpResponse<String> head = send(request("/").HEAD());
    HttpResponse<String> post = send(request("/").POST(BodyPublishers.noBody()));

    assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0)).isPositive();
    assertThat(head.body()).isEmpty();
    assertThat(post.statusCode()).isEqualTo(405);
    assertThat(post.headers().firstValue("Allow")).hasValue("GET, HEAD");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
  }

  private String raw(String path) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
      String request =
          "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".formatted(path);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
