package clientportal.packaged;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Contract;
import clientportal.driver.Portal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every function of the templates as it is deployed: started from its zip in the real runtime
 * client, as Lambda starts it, it answers the event that this run recorded for it.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime interface client is Linux's alone")
@OnScene
final class PackagedFunctionsIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** As many as there are processors on a small machine: each start keeps one busy. */
  private static final ExecutorService STARTS = Executors.newFixedThreadPool(2);

  private static final Map<String, Future<Run>> RUNS = new TreeMap<>();
  private static Scene scene;

  /** A function's answer, and its calls of the table before its snapshot, if it has one. */
  private record Run(String event, JsonNode answer, List<SnapStartHost.Call> priming, String log) {}

  @BeforeAll
  static void startAll() {
    scene = Scene.shared();
    for (DeployedFunction function : DeployedFunction.all()) {
      RUNS.put(function.operation(), STARTS.submit(() -> run(function)));
    }
  }

  private static Run run(DeployedFunction function) throws Exception {
    String event = scene.events().event(function.operation());
    PackagedFunction packaged = new PackagedFunction(scene.stack(), function);
    if (!function.snapStarted()) {
      PackagedFunction.FirstResponse first = packaged.answer(event);
      return new Run(event, first.answer(), List.of(), first.log());
    }
    PackagedFunction.Restored restored = packaged.restoredAnswer(event);
    return new Run(event, restored.answer(), restored.callsBefore(), restored.log());
  }

  @AfterAll
  static void stopAll() {
    STARTS.shutdownNow();
  }

  static Stream<String> functions() {
    return DeployedFunction.all().stream().map(DeployedFunction::operation);
  }

  static Stream<String> routedFunctions() {
    return functions()
        .filter(scene.events().operations()::contains)
        .filter(operation -> event(operation).has("routeKey"));
  }

  static Stream<String> snapStartedFunctions() {
    List<DeployedFunction> functions =
        DeployedFunction.all().stream().filter(DeployedFunction::snapStarted).toList();
    assertThat(functions).hasSizeGreaterThanOrEqualTo(25);
    return functions.stream().map(DeployedFunction::operation);
  }

  @Test
  void eachFunctionOfTheTemplates_hasARecordedEvent_andNothingElseHas() {
    Set<String> deployed = functions().collect(Collectors.toCollection(TreeSet::new));

    assertThat(deployed).hasSizeGreaterThanOrEqualTo(57);
    assertThat(scene.events().operations()).as(EventCatcher.HOW).isEqualTo(deployed);
  }

  @ParameterizedTest
  @MethodSource("routedFunctions")
  void routedFunction_answersAsTheContractSays(String operation) throws Exception {
    Run run = requireNonNull(RUNS.get(operation)).get();
    JsonNode http = JSON.readTree(run.event()).at("/requestContext/http");
    Answer answer = answer(run.answer());

    assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
    Contract.check(http.path("method").asText(), http.path("path").asText(), answer);
  }

  private static Answer answer(JsonNode response) {
    Map<String, List<String>> headers = new TreeMap<>();
    response
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), List.of(header.getValue().asText())));
    return new Answer(
        response.path("statusCode").asInt(),
        HttpHeaders.of(headers, (name, value) -> true),
        response.path("body").asText().getBytes(StandardCharsets.UTF_8));
  }

  /** What answers say beyond their schema, for functions that return what was in the request. */
  @Test
  void answers_areAboutWhatWasAsked() throws Exception {
    assertThat(body("GetMe").at("/clientOf/0/clientId").asText()).isEqualTo(scene.value("client"));
    assertThat(body("GetFirm").path("firmId").asText()).isEqualTo(scene.value("firm"));
    assertThat(body("CreateFirm").path("slug").asText()).isEqualTo(scene.value("newSlug"));
    assertThat(body("UpdateStaff").path("webPortal").asBoolean(true)).isFalse();
    assertThat(body("VerifyAccount").path("status").asText()).isEqualTo("active");
    assertThat(body("ListDocuments").at("/items/0/documentId").asText())
        .isEqualTo(scene.value("document"));
    assertThat(body("RequestDownload").path("url").asText()).contains(scene.value("document"));
    assertThat(body("ResumeUpload").path("status").asText()).isEqualTo("available");
    assertThat(body("CompleteUpload").path("documentId").asText())
        .isEqualTo(scene.value("document"));
    assertThat(body("RequestVersion").path("version").asInt()).isEqualTo(2);
    assertThat(body("ListVersions").at("/items/0/version").asInt()).isEqualTo(1);
    assertThat(body("RequestVersionDownload").path("url").asText())
        .contains(scene.value("document") + "/1?");
    assertThat(body("SetFolderShares").path("shareState").asText()).isEqualTo("all-authorized");
    assertThat(body("SetDocumentShares").path("shareState").asText()).isEqualTo("all-authorized");
    assertThat(body("GetNote").path("noteId").asText()).isEqualTo(scene.value("note"));
    assertThat(body("CreateNote").path("shareState").asText()).isEqualTo("selected");
    assertThat(body("UpdateNote").path("text").asText()).isEqualTo("They have called.");
    assertThat(body("SetNoteShares").path("shareState").asText()).isEqualTo("all-authorized");
    assertThat(body("GetGroupNote").path("noteId").asText()).isEqualTo(scene.value("groupNote"));
    assertThat(body("ReadGroupNote").path("noteId").asText()).isEqualTo(scene.value("groupNote"));
    assertThat(body("ListParticipants").path("items").findValuesAsText("clientId"))
        .contains(scene.value("client"));
    assertThat(body("UpdateGroupNote").path("text").asText()).isEqualTo("Somebody is there.");
    assertThat(body("ChangeParticipants").path("participants").asInt()).isEqualTo(1);
    assertThat(body("SetGroupNoteShares").path("shareState").asText()).isEqualTo("all-authorized");
    assertThat(body("SetParticipantShares").path("shareState").asText()).isEqualTo("selected");
    assertThat(body("ListActivity").path("items").findValuesAsText("kind"))
        .contains("document", "note");
    assertThat(body("ListDeliveries").path("items").findValuesAsText("recipient"))
        .contains("client");
  }

  private static JsonNode body(String operation) throws Exception {
    return answer(requireNonNull(RUNS.get(operation)).get().answer()).json();
  }

  @Test
  void appointOperator_makesAnOperator() throws Exception {
    String person =
        requireNonNull(RUNS.get("AppointOperator")).get().answer().path("personId").asText();

    assertThat(Portal.on(scene.stack(), () -> Portal.item("OPERATOR#" + person, "OPERATOR")))
        .isNotEmpty();
  }

  @Test
  void confirmUpload_verifiesTheDocument_whichAwaitsItsScanOrIsAvailable() throws Exception {
    assertNothingFailed("ConfirmUpload");
    String partition =
        "FIRM#%s#CLIENT#%s#FOLDER#%s"
            .formatted(scene.value("firm"), scene.value("client"), scene.value("folder"));

    String id = scene.value("newDocument");
    Map<String, ?> scanning =
        Portal.on(scene.stack(), () -> Portal.item(partition, "UPLOAD#" + id + "#000001"));
    Map<String, ?> available = Portal.on(scene.stack(), () -> Portal.item(partition, "DOC#" + id));
    assertThat(scanning.containsKey("scanned") || !available.isEmpty()).isTrue();
  }

  @Test
  void relayEvents_publishesTheEventToItsConsumers() throws Exception {
    assertNothingFailed("RelayEvents");

    assertThat(verificationsToBeSent())
        .anyMatch(message -> message.contains(scene.value("verificationEvent")));
  }

  @Test
  void relayLostEvents_publishesTheEventToItsConsumers() throws Exception {
    assertNothingFailed("RelayLostEvents");

    assertThat(verificationsToBeSent())
        .anyMatch(message -> message.contains(scene.value("lostEvent")));
  }

  private static List<String> verificationsToBeSent() {
    return Portal.on(
        scene.stack(),
        () -> {
          Portal.settle();
          return scene.events().caught("SendVerifications");
        });
  }

  @Test
  void sendInvitations_mailsTheInvitation() throws Exception {
    assertNothingFailed("SendInvitations");

    assertThat(mails(scene.value("toBeInvitedEmail")))
        .singleElement()
        .asString()
        .contains("/invitation#");
  }

  @Test
  void sendVerifications_mailsTheVerification() throws Exception {
    assertNothingFailed("SendVerifications");

    assertThat(mails(scene.value("toVerifyEmail")))
        .hasSize(2)
        .last()
        .asString()
        .contains("/verify#");
  }

  @Test
  void sendAccountAlerts_mailsThatTheAccessEnded() throws Exception {
    assertNothingFailed("SendAccountAlerts");

    assertThat(mails(scene.value("revokedEmail"))).last().asString().contains("Meyer", "access");
  }

  @Test
  void reportBounces_notifiesTheInviter() throws Exception {
    assertNothingFailed("ReportBounces");

    assertThat(mails(scene.value("adaEmail")))
        .anyMatch(mail -> mail.contains(scene.value("bouncedEmail")));
  }

  @Test
  void recordMailReports_showsTheAccountAsBounced() throws Exception {
    assertNothingFailed("RecordMailReports");
    String partition = "FIRM#%s#CLIENT#%s".formatted(scene.value("firm"), scene.value("toBounce"));

    assertThat(Portal.on(scene.stack(), () -> Portal.item(partition, "ACCOUNT#client")))
        .extractingByKey("status")
        .hasToString("AttributeValue(S=bounced)");
  }

  @Test
  void recordNotices_recordsTheNotice() throws Exception {
    assertNothingFailed("RecordNotices");
    String inbox = "PERSON#" + scene.value("carla") + "#INBOX";

    assertThat(Portal.on(scene.stack(), () -> Portal.everything().keySet()))
        .anyMatch(key -> key.contains(inbox) && key.contains(scene.value("noticeEvent")));
  }

  @Test
  void fanOutGroupNote_listsTheNote() throws Exception {
    assertNothingFailed("FanOutGroupNote");
    String feed =
        "FIRM#%s#CLIENT#%s#FEED#all".formatted(scene.value("firm"), scene.value("client"));

    assertThat(Portal.on(scene.stack(), () -> Portal.sortKeys(feed, "")))
        .anyMatch(key -> key.contains(scene.value("openedGroupNote")));
  }

  @Test
  void continueHandOver_passesEverythingOn() throws Exception {
    assertNothingFailed("ContinueHandOver");
    String responsibilities =
        "FIRM#%s#STAFF#%s".formatted(scene.value("firm"), scene.value("leaver"));

    assertThat(Portal.on(scene.stack(), () -> Portal.sortKeys(responsibilities, ""))).isEmpty();
  }

  @Test
  void sendDueDigests_mailsTheDueDigest() throws Exception {
    requireNonNull(RUNS.get("SendDueDigests")).get();

    assertThat(mails(scene.value("carlaEmail")))
        .last()
        .asString()
        .contains("Taxes 2025", "letter.txt");
  }

  @Test
  void sendReminders_plansTheReminder() throws Exception {
    requireNonNull(RUNS.get("SendReminders")).get();
    String engagement =
        "FIRM#%s#CLIENT#%s#ENGAGEMENT#%s"
            .formatted(scene.value("firm"), scene.value("client"), scene.value("toBeReminded"));

    assertThat(Portal.on(scene.stack(), () -> Portal.item(engagement, "REMINDERS")))
        .containsKey("nextAt")
        .doesNotContainKey("changedAt");
  }

  @Test
  void confirmLogo_showsTheLogo() throws Exception {
    assertNothingFailed("ConfirmLogo");

    String path = "/v1/sites/" + scene.value("siteToShow");
    assertThat(Portal.on(scene.stack(), () -> Portal.anonymous("GET", path).send().text("logoUrl")))
        .contains(path + "/logo/");
  }

  private static void assertNothingFailed(String operation)
      throws InterruptedException, ExecutionException {
    JsonNode failures =
        requireNonNull(RUNS.get(operation)).get().answer().path("batchItemFailures");
    assertThat(failures.isArray()).isTrue();
    assertThat(failures).isEmpty();
  }

  private static List<String> mails(String email) {
    return Portal.on(
        scene.stack(),
        () -> Portal.mails(email).stream().map(mail -> String.valueOf(mail.text())).toList());
  }

  /**
   * The reads of the primed route, which find nothing, or the one that replaces them. The most are
   * those of getMe: the person, and the lists of their clients, firms and portals.
   */
  @ParameterizedTest
  @MethodSource("snapStartedFunctions")
  void functionWithSnapStart_isPrimedByHarmlessCalls(String operation) throws Exception {
    Run run = requireNonNull(RUNS.get(operation)).get();

    assertThat(run.log()).as("the log of the priming").doesNotContain("priming");
    assertThat(run.priming())
        .extracting(SnapStartHost.Call::operation)
        .hasSizeBetween(1, 4)
        .isSubsetOf("BatchGetItem", "Query");
  }

  @Test
  void aLineOfTheLog_isAJsonObject() throws Exception {
    for (Map.Entry<String, Future<Run>> run : RUNS.entrySet()) {
      String log = run.getValue().get().log();
      try (MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(log)) {
        assertThat(lines.readAll()).as(run.getKey()).allMatch(JsonNode::isObject);
      } catch (JsonProcessingException e) {
        throw new AssertionError(run.getKey() + " prints what is no JSON: " + log, e);
      }
    }
  }

  private static JsonNode event(String operation) {
    try {
      return JSON.readTree(scene.events().event(operation));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
