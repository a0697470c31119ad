package clientportal.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.local.LocalStack;
import clientportal.local.Options;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a stack of its own: the demo's addresses are the same each time. */
final class DemoIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern SIGN_IN =
      Pattern.compile("(?m)^  (\\S+@\\S+) +(\\([a-z ]+\\)|\\S+) {2,}(.+)$");

  private static LocalStack stack;
  private static String first;
  private static String second;
  private static int mailsOfTheSecond;

  @BeforeAll
  static void fillTwice() throws InterruptedException {
    stack = LocalStack.start(Options.forTests());
    first = fill(stack.api());
    stack.settle();
    int before = stack.outbox().messages().size();
    second = fill(stack.api());
    stack.settle();
    mailsOfTheSecond = stack.outbox().messages().size() - before;
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void fill_printsHowToSignInAsEach() {
    assertThat(signIns(first))
        .extracting(person -> person.group(3))
        .containsExactly(
            "Ingrid Solheim, administrator with webPortal",
            "Daniel Okafor, staff with webPortal",
            "Marta Wójcik, staff without webPortal",
            "José Álvarez Núñez, client",
            "山田 太郎, client",
            "Олена Шевченко, client, an individual",
            "Grace Lindholm, member of a portal, full access",
            "Tomás Álvarez, contributor in a portal",
            "मीरा शर्मा, client, only invited",
            "The operator, may create firms");
    assertThat(first).contains(stack.api() + "/_local/outbox");
  }

  @Test
  void theAddressToOpen_isPrintedBeforeEverythingElse() {
    Map<String, String> at = stack.describe();
    String printed = first.substring(first.indexOf("Open http"));

    assertThat(printed)
        .startsWith("Open " + at.get("staffUrl") + " and sign in as ingrid.")
        .contains(at.get("portalUrl") + "/harbour-street");
    assertThat(printed.indexOf("Open ")).isLessThan(printed.indexOf("password"));
  }

  @Test
  void theSite_hasALogoAndAColor_andItsMailsShowTheLogo() throws Exception {
    HttpResponse<String> site =
        HTTP.send(
            HttpRequest.newBuilder(stack.api().resolve("/v1/sites/harbour-street")).build(),
            HttpResponse.BodyHandlers.ofString(UTF_8));
    JsonNode shown = JSON.readTree(site.body());

    assertThat(shown.path("accentColor").asText()).isEqualTo("#0b5f7a");
    String logo = shown.path("logoUrl").asText();
    assertThat(
            HTTP.send(
                    HttpRequest.newBuilder(URI.create(logo)).build(),
                    HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Content-Type"))
        .hasValue("image/png");
    assertThat(stack.outbox().messages())
        .filteredOn(mail -> mail.to().startsWith("jose.alvarez@"))
        .isNotEmpty()
        .allSatisfy(mail -> assertThat(mail.html()).contains("<img src=\"" + logo + "\""));
  }

  @Test
  void aClient_signsInWithThePrintedPassword_andSeesWhatIsShared() throws Exception {
    MatchResult jose = signIn("jose.alvarez@");
    String token = token(jose.group(1), jose.group(2));

    JsonNode client = get(token, "/v1/me").at("/clientOf/0");
    assertThat(client.path("firmName").asText()).isEqualTo("Harbour Street Accountants");
    String path =
        "/v1/firms/"
            + client.path("firmId").asText()
            + "/clients/"
            + client.path("clientId").asText();
    List<String> open = new ArrayList<>();
    for (JsonNode folder : get(token, path + "/folders").path("items")) {
      String documents = path + "/folders/" + folder.path("folderId").asText() + "/documents";
      for (JsonNode document : get(token, documents).path("items")) {
        open.add(folder.path("name").asText() + "/" + document.path("name").asText());
      }
    }
    assertThat(open)
        .containsExactlyInAnyOrder(
            "Client Uploads/Bank 2025-12.csv",
            "Receipts/Receipt desk.png",
            "Receipts/What we still need.txt",
            "Studio/Lease of the studio.pdf",
            "Tax return 2025/Tax return 2025.pdf");
    List<JsonNode> notes = new ArrayList<>();
    for (JsonNode item : get(token, path + "/shared").path("items")) {
      if (item.path("kind").asText().equals("note")) {
        notes.add(get(token, path + "/notes/" + item.path("noteId").asText()));
      }
    }
    assertThat(notes)
        .singleElement()
        .satisfies(note -> {
          assertThat(note.path("title").asText()).isEqualTo("When the refund comes");
          assertThat(note.path("text").asText()).startsWith("Dear José and Lucía,\n\n");
        });
  }

  @Test
  void aMemberWithFullAccess_seesAllThatIsOpen_aContributorWhatIsSharedWithThem() throws Exception {
    assertThat(openToMember("grace.lindholm@"))
        .contains("José Álvarez Núñez/Receipts", "José Álvarez Núñez/Studio")
        .contains("Олена Шевченко/Client Uploads")
        .doesNotContain("José Álvarez Núñez/Working papers");
    assertThat(openToMember("tomas.alvarez@")).containsExactly("José Álvarez Núñez/Studio");
  }

  /** Returns the folders that a member of the demo's portal can open, each with its client. */
  private static List<String> openToMember(String email) throws Exception {
    MatchResult person = signIn(email);
    String token = token(person.group(1), person.group(2));
    JsonNode of = get(token, "/v1/me").at("/memberOf/0");
    String firm = "/v1/firms/" + of.path("firmId").asText();
    String portal = firm + "/portals/" + of.at("/portals/0/portalId").asText();
    List<String> open = new ArrayList<>();
    for (JsonNode client : get(token, portal).path("clients")) {
      String folders = firm + "/clients/" + client.path("clientId").asText() + "/folders";
      for (JsonNode folder : get(token, folders).path("items")) {
        open.add(client.path("name").asText() + "/" + folder.path("name").asText());
      }
    }
    return open;
  }

  @Test
  void eachClient_readsTheNoteAboutAll() throws Exception {
    stack.settle();
    for (String client : List.of("jose.alvarez@", "taro.yamada@", "olena.shevchenko@")) {
      MatchResult person = signIn(client);
      String token = token(person.group(1), person.group(2));
      JsonNode of = get(token, "/v1/me").at("/clientOf/0");
      String path =
          "/v1/firms/" + of.path("firmId").asText() + "/clients/" + of.path("clientId").asText();

      JsonNode newest = get(token, path + "/shared").at("/items/0");

      assertThat(newest.path("kind").asText()).isEqualTo("group-note");
      JsonNode note = get(token, path + "/group-notes/" + newest.path("noteId").asText());
      assertThat(note.path("title").asText()).isEqualTo("Our office in August");
      assertThat(note.path("text").asText()).startsWith("We are on holiday");
    }
  }

  @Test
  void everyPrintedPassword_signsItsPersonIn() throws Exception {
    for (MatchResult person : signIns(first)) {
      if (person.group(2).startsWith("(")) {
        continue;
      }
      String me = get(token(person.group(1), person.group(2)), "/v1/me").toString();
      assertThat(me).contains(person.group(1)).contains("Harbour Street Accountants");
    }
  }

  @Test
  void theTeam_findsNoticesOfWhatClientsUploaded() throws Exception {
    MatchResult marta = signIn("marta.wojcik@");
    JsonNode notices = get(token(marta.group(1), marta.group(2)), "/v1/me/notices").path("items");
    assertThat(notices)
        .filteredOn(notice -> notice.path("type").asText().equals("document-uploaded"))
        .extracting(notice -> notice.path("documentName").asText())
        .contains("Receipt desk.png", "Bank 2025-12.csv", "Payslip January.pdf");
    assertThat(notices)
        .extracting(notice -> notice.path("type").asText())
        .contains("items-submitted", "item-not-applicable");
  }

  @Test
  void staff_findEngagementsAndItemsInEveryState() throws Exception {
    MatchResult daniel = signIn("daniel.okafor@");
    String token = token(daniel.group(1), daniel.group(2));
    String firm = "/v1/firms/" + get(token, "/v1/me").at("/staffOf/0/firmId").asText();
    List<String> engagements = new ArrayList<>();
    for (String status : List.of("open", "completed", "cancelled")) {
      for (JsonNode each : get(token, firm + "/engagements?status=" + status).path("items")) {
        String path =
            firm
                + ("/clients/" + each.path("clientId").asText())
                + ("/engagements/" + each.path("engagementId").asText());
        engagements.add(
            each.path("name").asText()
                + (", " + each.path("status").asText())
                + (": " + states(get(token, path).path("items"))));
      }
    }

    assertThat(engagements)
        .containsExactlyInAnyOrder(
            "Loan for the house, open: accepted; open; accepted; open, started; submitted;"
                + " open, sent back; not-applicable",
            "Income tax 2026, open: draft; draft; draft",
            "決算 2026, open: draft; draft; draft",
            "Income tax 2025, completed: accepted; not-applicable; accepted",
            "Registration as self-employed, cancelled: cancelled; cancelled");
  }

  private static String states(JsonNode items) {
    List<String> states = new ArrayList<>();
    for (JsonNode item : items) {
      boolean open = item.path("status").asText().equals("open");
      states.add(
          item.path("status").asText()
              + (open && item.path("started").asBoolean() ? ", started" : "")
              + (open && item.has("reviews") ? ", sent back" : ""));
    }
    return String.join("; ", states);
  }

  @Test
  void aClient_seesWhatDependsOnAnAnswer_andWhyAFileWasSentBack() throws Exception {
    MatchResult jose = signIn("jose.alvarez@");
    String token = token(jose.group(1), jose.group(2));
    JsonNode client = get(token, "/v1/me").at("/clientOf/0");
    String engagements =
        "/v1/firms/"
            + client.path("firmId").asText()
            + ("/clients/" + client.path("clientId").asText())
            + "/engagements";

    JsonNode open = get(token, engagements).path("items");
    assertThat(open).hasSize(1);
    JsonNode loan = get(token, engagements + "/" + open.at("/0/engagementId").asText());

    assertThat(loan.path("name").asText()).isEqualTo("Loan for the house");
    assertThat(loan.path("dueOn").asText()).isNotEmpty();
    assertThat(loan.at("/items/1/name").asText()).isEqualTo("Deeds of your house");
    assertThat(loan.at("/items/5/reviews/0/reason").asText())
        .isEqualTo("Pages 2 to 4 are missing.");
  }

  @Test
  void thePrintedCurl_signsIn() throws Exception {
    Pattern curl =
        Pattern.compile(
            """
            curl -s (\\S+) \\\\
             +-H '(.+?): (.+?)' \\\\
             +-H '(.+?): (.+?)' \\\\
             +-d '(.+?)'\
            """);
    MatchResult command = curl.matcher(first).results().findFirst().orElseThrow();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(command.group(1)))
            .header(command.group(2), command.group(3))
            .header(command.group(4), command.group(5))
            .POST(HttpRequest.BodyPublishers.ofString(command.group(6)))
            .build();
    assertThat(send(request).at("/AuthenticationResult/AccessToken").asText()).isNotEmpty();
  }

  @Test
  void fill_again_saysSoAndPrintsTheSame_andChangesNothing() {
    assertThat(second).contains("The demo is here already").doesNotContain("Demo:");
    assertThat(second).doesNotContain("not complete").doesNotContain("does not open");
    assertThat(signIns(second))
        .extracting(MatchResult::group)
        .isEqualTo(signIns(first).stream().map(MatchResult::group).toList());
    assertThat(mailsOfTheSecond).as("the operator's code").isEqualTo(1);
  }

  @Test
  void fill_refused_printsTheProblemInOneSentence() throws Exception {
    HttpServer refusing =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    refusing.createContext(
        "/",
        exchange -> {
          byte[] body =
              """
              {"type": "urn:problem:try-again", "title": "Try again", "status": 503,
               "detail": "Try again in a moment."}
              """
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(503, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    refusing.start();
    try {
      String said = fill(URI.create("http://127.0.0.1:" + refusing.getAddress().getPort()));
      assertThat(said.strip())
          .isEqualTo(
              "The demo is not complete: GET /_local was answered 503 try-again:"
                  + " Try again in a moment.");
    } finally {
      refusing.stop(0);
    }
  }

  @Test
  void fill_whereNothingAnswers_saysSo() throws Exception {
    String said = fill(URI.create("http://127.0.0.1:1"));
    assertThat(said.strip())
        .startsWith("The demo is not complete: no answer from http://127.0.0.1:1/")
        .doesNotContain("\n");
  }

  private static String fill(URI address) throws InterruptedException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Demo.fill(address, new PrintStream(printed, true, UTF_8));
    return printed.toString(UTF_8);
  }

  private static List<MatchResult> signIns(String printed) {
    return SIGN_IN.matcher(printed).results().toList();
  }

  private static MatchResult signIn(String email) {
    return signIns(first).stream()
        .filter(person -> person.group(1).startsWith(email))
        .findFirst()
        .orElseThrow();
  }

  private static String token(String email, String password)
      throws IOException, InterruptedException {
    Map<String, Object> body =
        Map.of(
            "AuthFlow",
            "USER_AUTH",
            "ClientId",
            String.valueOf(stack.describe().get("staffClientId")),
            "AuthParameters",
            Map.of("USERNAME", email, "PREFERRED_CHALLENGE", "PASSWORD", "PASSWORD", password));
    HttpRequest request =
        HttpRequest.newBuilder(stack.cognito())
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", "AWSCognitoIdentityProviderService.InitiateAuth")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    return send(request).at("/AuthenticationResult/AccessToken").asText();
  }

  private static JsonNode get(String token, String path) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(stack.api().resolve(path))
            .header("Authorization", "Bearer " + token)
            .build());
  }

  private static JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }
}
