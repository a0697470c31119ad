package clientportal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Portal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A stage serves the pages by the rules of the local stack, which the other tests run on. */
@InBrowsers
class OnAStageIT {
  private static final Pattern POLICY =
      Pattern.compile("ContentSecurityPolicy: !Sub >-\n(.*?);\\s+base-uri(.*?)\n", Pattern.DOTALL);
  private static final Pattern CODE =
      Pattern.compile("FunctionCode: !Sub \\|\n(.*?)\n\n  \\w", Pattern.DOTALL);
  private static final Map<String, String> VALUES =
      Map.of(
          "ApiUrl", "https://api.test",
          "AWS::Region", "eu-central-1",
          "AWS::URLSuffix", "amazonaws.com",
          "UserPoolId", "pool",
          "UserPoolClientId", "portal-client",
          "StaffClientId", "staff-client",
          "PortalOrigin", "https://portal.test",
          "StaffOrigin", "https://staff.test",
          "DocumentsBucket", "documents");

  private final String template;

  OnAStageIT() throws IOException {
    String text = Files.readString(Path.of("..", "pages.yaml"));
    for (Map.Entry<String, String> value : VALUES.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    template = text;
  }

  @Test
  void browsersAreToldTheSame_exceptWhomTheyMayCall() throws Exception {
    Map<String, String> here = directives(header("Content-Security-Policy"));
    Matcher found = POLICY.matcher(template);
    assertThat(found.find()).isTrue();
    Map<String, String> there = directives(found.group(1) + "; base-uri" + found.group(2));

    assertThat(there.remove("img-src")).isEqualTo("'self' data: https://api.test");
    assertThat(here.remove("img-src")).isEqualTo("'self' data: " + Portal.stack().api());
    assertThat(there.remove("connect-src"))
        .isEqualTo(
            "'self' https://api.test https://cognito-idp.eu-central-1.amazonaws.com"
                + " https://documents.s3.eu-central-1.amazonaws.com"
                + " https://documents.s3.amazonaws.com");
    // The two are in the order of their ports, which differ from run to run.
    assertThat(String.valueOf(here.remove("connect-src")).split(" "))
        .containsExactlyInAnyOrder(
            "'self'", Portal.stack().api().toString(), Portal.stack().s3().toString());
    assertThat(there).isEqualTo(here);
    assertThat(header("Cache-Control")).isEqualTo("no-cache");
    assertThat(template).contains("Header: Cache-Control, Value: no-cache");
    assertThat(template).contains("ReferrerPolicy: " + header("Referrer-Policy"));
  }

  @Test
  void paths_leadToTheSameFiles() {
    Window window = Browsers.open("CloudFront");
    window.open(People.portal() + "/assets/shared/icon.svg");

    assertThat(uri(window, "portal.test", "/")).isEqualTo("/portal/index.html");
    assertThat(uri(window, "portal.test", "/meyer/verify")).isEqualTo("/portal/index.html");
    assertThat(uri(window, "staff.test", "/firms/F/staff")).isEqualTo("/staff/index.html");
    for (String file : List.of("shared/style.css", "lib/lit-html/lit-html.js", "staff/main.js")) {
      assertThat(uri(window, "staff.test", "/assets/" + file)).isEqualTo("/" + file);
    }
  }

  @Test
  void configurations_nameTheAppClientOfTheirSide() {
    Window window = Browsers.open("CloudFront");
    window.open(People.portal() + "/assets/shared/icon.svg");

    assertThat(run(window, "portal.test", "/config.json", "body"))
        .contains("\"userPoolClientId\":\"portal-client\"", "\"api\":\"https://api.test\"")
        .contains("\"cognito\":\"https://cognito-idp.eu-central-1.amazonaws.com/\"")
        .contains("\"staffUrl\":\"https://staff.test\"");
    assertThat(run(window, "staff.test", "/config.json", "body"))
        .contains("\"userPoolClientId\":\"staff-client\"");
  }

  private String uri(Window window, String host, String path) {
    return run(window, host, path, "uri");
  }

  /** Runs the function as CloudFront does, and returns a property of what it makes of a request. */
  private String run(Window window, String host, String path, String property) {
    Matcher code = CODE.matcher(template);
    assertThat(code.find()).isTrue();
    return window
        .run(
            code.group(1)
                + "\nconst [value, uri, property] = arguments;"
                + "\nreturn handler({ request: { uri, headers: { host: { value } } } })[property];",
            host,
            path,
            property)
        .toString();
  }

  private static Map<String, String> directives(String policy) {
    Map<String, String> directives = new TreeMap<>();
    Arrays.stream(policy.split(";", -1))
        .map(each -> each.strip().split("\\s+", 2))
        .filter(each -> each.length == 2)
        .forEach(each -> directives.put(each[0], each[1].replaceAll("\\s+", " ")));
    return directives;
  }

  private static String header(String name) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(People.portal())).build(),
              HttpResponse.BodyHandlers.discarding())
          .headers()
          .firstValue(name)
          .orElse("");
    }
  }
}
