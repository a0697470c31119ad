package clientportal.packaged;

import static clientportal.driver.Portal.json;

import clientportal.driver.Answer;
import clientportal.driver.Call;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.local.LocalStack;
import clientportal.local.Options;
import clientportal.local.functions.FunctionFailedException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A stack of its own on which everything is prepared that each function is asked for once, and the
 * event with which the stack would ask: it is caught on its way, and nothing is done yet.
 *
 * <p>The stack's clock is the real one until all is prepared, as the packaged functions' is.
 */
final class Scene {
  private static final Pattern MADE =
      Pattern.compile("\\b([0-9a-hjkmnp-tv-z]{26}|[0-9a-f]{64})\\b");
  private static final byte[] DONE = "{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8);
  private static final byte[] ANSWERED = "{\"statusCode\":204}".getBytes(StandardCharsets.UTF_8);

  private final LocalStack stack = LocalStack.start(Options.forTests());
  private final Map<String, String> caught = new ConcurrentHashMap<>();
  private final Map<String, String> events = new TreeMap<>();
  private final Map<String, String> values = new LinkedHashMap<>();

  private Scene() {
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
  }

  /** Prepared for the first who asks for it. */
  private static final class Shared {
    static final Scene SCENE = new Scene();

    static {
      Portal.on(
          SCENE.stack,
          () -> {
            SCENE.prepareAll();
            return SCENE;
          });
    }
  }

  /** Returns the scene of all tests of packaged functions. */
  static Scene shared() {
    return Shared.SCENE;
  }

  LocalStack stack() {
    return stack;
  }

  /** Returns the operations for which there is an event. */
  Set<String> operations() {
    return events.keySet();
  }

  /** Returns the event that this stack handed out. */
  String event(String operation) {
    return events.get(operation);
  }

  /** Returns what is different from run to run, by name. */
  Map<String, String> values() {
    return Map.copyOf(values);
  }

  String value(String name) {
    return Optional.ofNullable(values.get(name)).orElseThrow();
  }

  private void prepareAll() {
    catchFromNowOn("SendDueDigests");
    Person operator = Portal.signIn(LocalStack.OPERATOR);
    Office office = Office.open();
    Office.Member sam = office.member("Sam Staff", true);
    Office.Customer.SignedIn carla = office.activeClient("Carla Client");
    Office.Customer client = carla.customer();
    String folder = client.folder("Taxes 2025");
    client.share(folder, "client", "view-upload").is(200);
    String folderPath = client.path() + "/folders/" + folder;
    String document =
        File.text("letter.txt", "Dear Ada").upload(office.administrator(), folderPath);
    name("firm", office.firmId());
    name("operator", operator.personId());
    name("ada", office.administrator().personId());
    name("adaStaff", office.staffId());
    name("sam", sam.person().personId());
    name("samStaff", sam.staffId());
    name("carla", carla.person().personId());
    name("carlaEmail", client.email());
    name("client", client.clientId());
    name("folder", folder);
    name("document", document);

    firms(operator, office, sam);
    clients(office, client);
    accounts(office, carla.person());
    documents(office.administrator(), client.path(), folderPath, document);
    sharing(office.administrator(), carla.person(), client.path(), folderPath);
    request("ListNotices", carla.person().call("GET", "/v1/me/notices"));
    asynchronous(office, client, folderPath);
  }

  private void firms(Person operator, Office office, Office.Member sam) {
    Person ada = office.administrator();
    request(
        "CreateFirm",
        operator
            .call("POST", "/v1/firms")
            .json(
                json()
                    .put("name", "Recorded & Partner")
                    .put("slug", named("newSlug", Portal.slug() + "-recorded"))
                    .set(
                        "administrator",
                        json()
                            .put("name", "Nora New")
                            .put("email", named("newAdministrator", Portal.email("nora"))))));
    request("GetFirm", ada.call("GET", office.path()));
    request(
        "CreateStaff",
        ada.call("POST", office.path() + "/staff")
            .json(
                json()
                    .put("name", "Nils New")
                    .put("email", named("newStaff", Portal.email("nils")))
                    .put("role", "staff")));
    String samPath = office.path() + "/staff/" + sam.staffId();
    request("GetStaff", ada.call("GET", samPath));
    request(
        "UpdateStaff",
        ada.call("PATCH", samPath)
            .header("Content-Type", "application/merge-patch+json")
            .json(json().put("webPortal", false)));
  }

  private void clients(Office office, Office.Customer client) {
    Person ada = office.administrator();
    request(
        "CreateClient",
        ada.call("POST", office.path() + "/clients")
            .json(
                json()
                    .put("kind", "client")
                    .put("name", "Nina New")
                    .put("email", named("newClient", Portal.email("nina")))));
    request("GetClient", ada.call("GET", client.path()));
    request(
        "SetTeam",
        ada.call("PUT", client.path() + "/team")
            .json(json().set("staffIds", json().arrayNode().add(office.staffId()))));
    request(
        "CreateContact",
        ada.call("POST", client.path() + "/contacts")
            .json(
                json()
                    .put("name", "Karl Contact")
                    .put("relationship", "brother")
                    .put("webPortal", true)));
  }

  private void accounts(Office office, Person carla) {
    request("GetMe", carla.call("GET", "/v1/me"));
    Office.Customer without = office.client("Dora");
    name("clientWithoutAccount", without.clientId());
    request(
        "CreateAccount",
        office
            .administrator()
            .call("POST", without.path() + "/account")
            .json(json().put("email", named("emailWithoutAccount", without.email()))));
    Office.Customer invited = office.client("Erik").invite();
    name("invitedClient", invited.clientId());
    request("GetAccount", office.administrator().call("GET", invited.path() + "/account"));
    String invitation = named("invitation", Portal.token(Portal.lastMail(invited.email())));
    Call accept =
        Portal.anonymous("POST", "/v1/invitations/accept").json(json().put("token", invitation));
    request("AcceptInvitation", accept);

    Office.Customer verifying = office.client("Fay").invite();
    String browserKey = accept(verifying);
    request(
        "VerifyAccount",
        Portal.anonymous("POST", "/v1/verifications")
            .json(
                json()
                    .put(
                        "token",
                        named("verification", Portal.token(Portal.lastMail(verifying.email()))))
                    .put("browserKey", named("browserKey", browserKey))));
    invoke("AppointOperator", json().put("email", named("newOperator", Portal.email("olga"))));
  }

  /** Accepts the invitation of somebody; returns the browser's key. */
  private static String accept(Office.Customer invited) {
    String token = Portal.token(Portal.lastMail(invited.email()));
    Answer accepted =
        Portal.anonymous("POST", "/v1/invitations/accept").json(json().put("token", token)).send();
    return accepted.is(202).text("browserKey");
  }

  private void documents(Person ada, String clientPath, String folderPath, String document) {
    request(
        "CreateFolder",
        ada.call("POST", clientPath + "/folders").json(json().put("name", "Recorded")));
    request("GetFolder", ada.call("GET", folderPath));
    request("ListFolders", ada.call("GET", clientPath + "/folders?limit=10"));
    File file = File.text("recorded.txt", "Dear Ada, here it is.");
    request("RequestUpload", ada.call("POST", folderPath + "/documents").json(file.declaration()));
    request("GetDocument", ada.call("GET", folderPath + "/documents/" + document));
    request("ListDocuments", ada.call("GET", folderPath + "/documents"));
    request(
        "RequestDownload", ada.call("POST", folderPath + "/documents/" + document + "/download"));
  }

  private void sharing(Person ada, Person carla, String clientPath, String folderPath) {
    request("GetFolderShares", ada.call("GET", folderPath + "/shares"));
    request(
        "SetFolderShares",
        ada.call("PUT", folderPath + "/shares").json(Office.recipients("all-authorized", "view")));
    request("ListShared", carla.call("GET", clientPath + "/shared"));
  }

  /** What nobody waits for: each is caught, and left to the packaged function. */
  private void asynchronous(Office office, Office.Customer client, String folderPath) {
    Portal.settle();
    makeDigestsDue(office.firmId(), client.clientId());

    catchFromNowOn("ConfirmUpload");
    Answer declared =
        File.text("new.txt", "Dear Ada").declare(office.administrator(), folderPath).is(201);
    name("newDocument", declared.text("documentId"));
    File.put(declared, File.text("new.txt", "Dear Ada").bytes()).is(200);
    keepMessage("ConfirmUpload");

    catchFromNowOn("SendInvitations");
    Office.Customer invited = office.client("Gus").invite();
    name("toBeInvited", invited.clientId());
    name("toBeInvitedEmail", invited.email());
    keepMessage("SendInvitations");
    letGo("SendInvitations");

    Office.Customer verifying = office.client("Hanna").invite();
    name("toVerify", verifying.clientId());
    name("toVerifyEmail", verifying.email());
    Portal.lastMail(verifying.email());
    catchFromNowOn("SendVerifications");
    watch("RelayEvents", "VerificationRequested");
    accept(verifying);
    keepMessage("SendVerifications");
    keepMessage("RelayEvents");
    // Once it is relayed again it is caught again.
    caught.remove("SendVerifications");

    catchFromNowOn("RecordNotices");
    String other = client.folder("Payroll");
    name("otherFolder", other);
    client.share(other, "client", "view").is(200);
    keepMessage("RecordNotices");

    // Last, because it moves the clock.
    Portal.advance(Duration.ofMinutes(1));
    keepMessage("SendDueDigests");
  }

  /** Their five minutes have passed, by what the table says. */
  private void makeDigestsDue(String firm, String addressee) {
    Map<String, AttributeValue> key =
        Map.of(
            "PK", AttributeValue.fromS("FIRM#" + firm + "#DIGEST#" + addressee),
            "SK", AttributeValue.fromS("0000000001"));
    stack
        .dynamoDbClient()
        .updateItem(update ->
            update
                .tableName(Portal.tableName())
                .key(key)
                .conditionExpression("attribute_exists(PK)")
                .updateExpression("SET dueAt = :past")
                .expressionAttributeValues(
                    Map.of(":past", AttributeValue.fromS("2026-01-01T00:00:00.000Z"))));
  }

  /** Makes a call and catches the event that becomes of it. */
  private void request(String operation, Call call) {
    catchFromNowOn(operation, ANSWERED);
    call.outsideTheContract().send().is(204);
    letGo(operation);
    keep(operation);
  }

  private void invoke(String operation, JsonNode event) {
    catchFromNowOn(operation);
    try {
      stack.invoke(operation, event.toString());
    } catch (FunctionFailedException | InterruptedException e) {
      throw new AssertionError(e);
    }
    keep(operation);
  }

  private void catchFromNowOn(String operation) {
    catchFromNowOn(operation, DONE);
  }

  private void catchFromNowOn(String operation, byte[] answer) {
    stack.tap(
        operation,
        payload -> {
          caught.put(operation, new String(payload, StandardCharsets.UTF_8));
          return Optional.of(answer);
        });
  }

  /** Lets the function run, and keeps what it is given with this text in it. */
  private void watch(String operation, String text) {
    stack.tap(
        operation,
        payload -> {
          String event = new String(payload, StandardCharsets.UTF_8);
          if (event.contains(text)) {
            caught.put(operation, event);
          }
          return Optional.empty();
        });
  }

  private void letGo(String operation) {
    stack.tap(operation, payload -> Optional.empty());
  }

  private void keep(String operation) {
    events.put(operation, caught(operation).orElseThrow());
  }

  /** Waits for an event and names the ids and hashes in it that have no name yet. */
  private void keepMessage(String operation) {
    Portal.settle();
    String event =
        caught(operation)
            .orElseThrow(() -> new AssertionError("the stack did not call " + operation));
    Matcher made = MADE.matcher(event);
    for (int number = 1; made.find(); ) {
      if (!values.containsValue(made.group())) {
        name(operation + "." + number++, made.group());
      }
    }
    events.put(operation, event);
  }

  /** Returns what a function was given last, of what was caught. */
  Optional<String> caught(String operation) {
    return Optional.ofNullable(caught.get(operation));
  }

  private String named(String name, String value) {
    name(name, value);
    return value;
  }

  private void name(String name, String value) {
    values.put(name, value);
  }
}
