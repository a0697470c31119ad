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
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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
  private static final Pattern EVENT_ID = Pattern.compile("\"SK\":\\{\"S\":\"(\\w{26})\"}");

  private final LocalStack stack = LocalStack.start(Options.forTests());
  private final EventCatcher events = new EventCatcher(stack);

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

  EventCatcher events() {
    return events;
  }

  /** Returns a value by its name. */
  String value(String name) {
    return Optional.ofNullable(events.values().get(name)).orElseThrow();
  }

  private void prepareAll() {
    events.catchFromNowOn("SendDueDigests");
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
    events.name("firm", office.firmId());
    events.name("operator", operator.personId());
    events.name("ada", office.administrator().personId());
    events.name("adaStaff", office.staffId());
    events.name("sam", sam.person().personId());
    events.name("samStaff", sam.staffId());
    events.name("carla", carla.person().personId());
    events.name("carlaEmail", client.email());
    events.name("client", client.clientId());
    events.name("folder", folder);
    events.name("document", document);

    firms(operator, office, sam);
    clients(office, client);
    accounts(office, carla.person());
    documents(office.administrator(), client.path(), folderPath, document);
    archive(office.administrator(), client);
    sharing(office.administrator(), carla.person(), client.path(), folderPath);
    events.request("ListNotices", carla.person().call("GET", "/v1/me/notices"));
    asynchronous(office, client, folderPath);
  }

  private void firms(Person operator, Office office, Office.Member sam) {
    Person ada = office.administrator();
    events.request(
        "CreateFirm",
        operator
            .call("POST", "/v1/firms")
            .json(
                json()
                    .put("name", "Recorded & Partner")
                    .put("slug", events.name("newSlug", Portal.slug() + "-recorded"))
                    .set(
                        "administrator",
                        json()
                            .put("name", "Nora New")
                            .put("email", events.name("newAdministrator", Portal.email("nora"))))));
    events.request("GetFirm", ada.call("GET", office.path()));
    events.request(
        "CreateStaff",
        ada.call("POST", office.path() + "/staff")
            .json(
                json()
                    .put("name", "Nils New")
                    .put("email", events.name("newStaff", Portal.email("nils")))
                    .put("role", "staff")));
    String samPath = office.path() + "/staff/" + sam.staffId();
    events.request("GetStaff", ada.call("GET", samPath));
    events.request(
        "UpdateStaff",
        ada.call("PATCH", samPath)
            .header("Content-Type", "application/merge-patch+json")
            .json(json().put("webPortal", false)));
  }

  private void clients(Office office, Office.Customer client) {
    Person ada = office.administrator();
    events.request(
        "CreateClient",
        ada.call("POST", office.path() + "/clients")
            .json(
                json()
                    .put("kind", "client")
                    .put("name", "Nina New")
                    .put("email", events.name("newClient", Portal.email("nina")))));
    events.request("GetClient", ada.call("GET", client.path()));
    events.request(
        "SetTeam",
        ada.call("PUT", client.path() + "/team")
            .json(json().set("staffIds", json().arrayNode().add(office.staffId()))));
    events.request(
        "CreateContact",
        ada.call("POST", client.path() + "/contacts")
            .json(
                json()
                    .put("name", "Karl Contact")
                    .put("relationship", "brother")
                    .put("webPortal", true)));
  }

  private void accounts(Office office, Person carla) {
    events.request("GetMe", carla.call("GET", "/v1/me"));
    Office.Customer without = office.client("Dora");
    events.name("clientWithoutAccount", without.clientId());
    events.request(
        "CreateAccount",
        office
            .administrator()
            .call("POST", without.path() + "/account")
            .json(json().put("email", events.name("emailWithoutAccount", without.email()))));
    Office.Customer invited = office.client("Erik").invite();
    events.name("invitedClient", invited.clientId());
    events.request("GetAccount", office.administrator().call("GET", invited.path() + "/account"));
    String invitation = events.name("invitation", Portal.token(Portal.lastMail(invited.email())));
    Call accept =
        Portal.anonymous("POST", "/v1/invitations/accept").json(json().put("token", invitation));
    events.request("AcceptInvitation", accept);

    Office.Customer verifying = office.client("Fay").invite();
    String browserKey = accept(verifying);
    events.request(
        "VerifyAccount",
        Portal.anonymous("POST", "/v1/verifications")
            .json(
                json()
                    .put(
                        "token",
                        events.name(
                            "verification", Portal.token(Portal.lastMail(verifying.email()))))
                    .put("browserKey", events.name("browserKey", browserKey))));
    events.invoke(
        "AppointOperator", json().put("email", events.name("newOperator", Portal.email("olga"))));
  }

  /** Accepts the invitation of somebody; returns the browser's key. */
  private static String accept(Office.Customer invited) {
    String token = Portal.token(Portal.lastMail(invited.email()));
    Answer accepted =
        Portal.anonymous("POST", "/v1/invitations/accept").json(json().put("token", token)).send();
    return accepted.is(202).text("browserKey");
  }

  private void documents(Person ada, String clientPath, String folderPath, String document) {
    events.request(
        "CreateFolder",
        ada.call("POST", clientPath + "/folders").json(json().put("name", "Recorded")));
    events.request("GetFolder", ada.call("GET", folderPath));
    events.request("ListFolders", ada.call("GET", clientPath + "/folders?limit=10"));
    File file = File.text("recorded.txt", "Dear Ada, here it is.");
    events.request(
        "RequestUpload", ada.call("POST", folderPath + "/documents").json(file.declaration()));
    events.request("GetDocument", ada.call("GET", folderPath + "/documents/" + document));
    events.request("ListDocuments", ada.call("GET", folderPath + "/documents"));
    events.request(
        "RequestDownload", ada.call("POST", folderPath + "/documents/" + document + "/download"));
  }

  /** One of each for renaming and one for archiving: the functions are asked side by side. */
  private void archive(Person ada, Office.Customer client) {
    String renamed = client.path() + "/folders/" + events.name("renamed", client.folder("Named"));
    events.request("UpdateFolder", patch(ada, renamed, "Renamed"));
    String archived = client.path() + "/folders/" + events.name("archived", client.folder("Old"));
    events.request("ArchiveFolder", ada.call("DELETE", archived));
    String box = client.path() + "/folders/" + events.name("box", client.folder("Box"));
    String letter = events.name("renamedLetter", File.text("a.txt", "a").upload(ada, box));
    events.request("UpdateDocument", patch(ada, box + "/documents/" + letter, "b.txt"));
    String old = events.name("archivedLetter", File.text("c.txt", "c").upload(ada, box));
    events.request("ArchiveDocument", ada.call("DELETE", box + "/documents/" + old));
  }

  private static Call patch(Person person, String path, String name) {
    return person
        .call("PATCH", path)
        .header("Content-Type", "application/merge-patch+json")
        .json(json().put("name", name));
  }

  private void sharing(Person ada, Person carla, String clientPath, String folderPath) {
    events.request("GetFolderShares", ada.call("GET", folderPath + "/shares"));
    events.request(
        "SetFolderShares",
        ada.call("PUT", folderPath + "/shares").json(Office.recipients("all-authorized", "view")));
    events.request("ListShared", carla.call("GET", clientPath + "/shared"));
  }

  /** What nobody waits for: each is caught, and left to the packaged function. */
  private void asynchronous(Office office, Office.Customer client, String folderPath) {
    Portal.settle();
    makeDigestsDue(office.firmId(), client.clientId());

    events.catchFromNowOn("ConfirmUpload");
    Answer declared =
        File.text("new.txt", "Dear Ada").declare(office.administrator(), folderPath).is(201);
    events.name("newDocument", declared.text("documentId"));
    File.put(declared, File.text("new.txt", "Dear Ada").bytes()).is(200);
    events.keepMessage("ConfirmUpload");

    events.catchFromNowOn("SendInvitations");
    Office.Customer invited = office.client("Gus").invite();
    events.name("toBeInvited", invited.clientId());
    events.name("toBeInvitedEmail", invited.email());
    events.keepMessage("SendInvitations");
    events.letGo("SendInvitations");

    Office.Customer verifying = office.client("Hanna").invite();
    events.name("toVerify", verifying.clientId());
    events.name("toVerifyEmail", verifying.email());
    Portal.lastMail(verifying.email());
    events.catchFromNowOn("SendVerifications");
    events.watch("RelayEvents", "VerificationRequested");
    accept(verifying);
    events.keepMessage("SendVerifications");
    events.keepMessage("RelayEvents");
    // Once it is relayed again it is caught again.
    events.forget("SendVerifications");

    events.catchFromNowOn("RelayLostEvents");
    events.refuse("RelayEvents", "VerificationRequested");
    accept(verifying);
    events.keepMessage("RelayLostEvents");
    events.name("lostEvent", eventId(events.caught("RelayEvents").getLast()));
    events.letGo("RelayEvents");

    events.catchFromNowOn("RecordNotices");
    String other = client.folder("Payroll");
    events.name("otherFolder", other);
    client.share(other, "client", "view").is(200);
    events.keepMessage("RecordNotices");

    // Last, because it moves the clock.
    Portal.advance(Duration.ofMinutes(1));
    events.keepMessage("SendDueDigests");
  }

  private static String eventId(String streamRecords) {
    Matcher id = EVENT_ID.matcher(streamRecords);
    if (!id.find()) {
      throw new AssertionError("no event in " + streamRecords);
    }
    return id.group(1);
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
}
