package clientportal.access;

import static clientportal.driver.Portal.json;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Call;
import clientportal.driver.Checklist;
import clientportal.driver.ClientGroup;
import clientportal.driver.Engagement;
import clientportal.driver.File;
import clientportal.driver.GroupNote;
import clientportal.driver.Logo;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.Task;
import clientportal.gateway.Contract;
import clientportal.gateway.Operation;
import clientportal.local.LocalStack;
import clientportal.local.functions.AwsCall;
import clientportal.local.functions.FunctionFailedException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every operation that takes an {@code Idempotency-Key}, by caller, path, body and time. A repeated
 * request has the first one's result and changes nothing; any other is carried out for itself, and
 * so creates something or is refused because of what exists by now.
 */
final class IdempotencyIT {
  private static final String KEY = "b5c0a7a2-5b0e-4f0c-8f60-6a39f1c6a001";
  private static final String ITEM = "items/0/itemId";

  private final Office office = Office.open();
  private final String ada = office.administrator().email();
  private final Map<String, Person> people = new HashMap<>();

  /** The operations, by their names in the contract. */
  enum Creation {
    CREATE_FIRM("createFirm"),
    CREATE_SITE("createSite"),
    REQUEST_LOGO("requestLogo"),
    CREATE_STAFF("createStaff"),
    APPOINT_ADMINISTRATOR("appointAdministrator"),
    CREATE_CLIENT("createClient"),
    CREATE_CONTACT("createContact"),
    CREATE_ACCOUNT("createAccount"),
    CREATE_CONTACT_ACCOUNT("createContactAccount"),
    CREATE_FOLDER("createFolder"),
    REQUEST_UPLOAD("requestUpload"),
    REQUEST_VERSION("requestVersion"),
    CREATE_NOTE("createNote"),
    CREATE_GROUP_NOTE("createGroupNote"),
    CREATE_CHECKLIST("createChecklist"),
    CREATE_ENGAGEMENT("createEngagement"),
    REQUEST_DOCUMENTS("requestDocuments"),
    SEND_REQUEST("sendRequest", 200),
    SEND_REMINDER("sendReminder", 202),
    SUBMIT_ITEMS("submitItems", 200),
    REVIEW_ITEMS("reviewItems", 200),
    MARK_ITEM_NOT_APPLICABLE("markItemNotApplicable", 200),
    WITHDRAW_ITEM("withdrawItem", 200),
    REOPEN_ITEMS("reopenItems", 200),
    CANCEL_ITEMS("cancelItems", 200),
    CREATE_PORTAL("createPortal"),
    CREATE_TASK("createTask"),
    ADD_COMMENT("addComment");

    private final String operation;

    /** Of the answer; 201 if it creates something, and does not only change what is there. */
    private final int status;

    Creation(String operation) {
      this(operation, 201);
    }

    Creation(String operation, int status) {
      this.operation = operation;
      this.status = status;
    }
  }

  /**
   * A request that creates something.
   *
   * @param elsewhere another path to which the caller may send the same body
   * @param id the member of the answer that says what was created
   */
  private record Request(
      String caller,
      String otherCaller,
      String path,
      Optional<String> elsewhere,
      ObjectNode body,
      ObjectNode otherBody,
      String id) {}

  /**
   * A request that was answered.
   *
   * @param changes what functions wrote because of it
   */
  private record Sent(Answer answer, List<AwsCall> changes) {
    private static final Set<String> READS =
        Set.of(
            "AdminGetUser",
            "BatchGetItem",
            "GetItem",
            "HeadObject",
            "ListUsers",
            "Query",
            "TransactGetItems");

    static Sent of(Call call) {
      Portal.settle();
      Portal.stack().calls().clear();
      Answer answer = call.send();
      Portal.settle();
      return new Sent(
          answer,
          Portal.stack().calls().calls().stream()
              .filter(each -> each.response().isPresent() && !READS.contains(each.operation()))
              // A round of reminders can begin at any time.
              .filter(each -> !each.function().endsWith("-SendReminders"))
              .toList());
    }

    /** Requires that nothing was written. */
    Answer withoutChange() {
      assertThat(changes).as(answer.toString()).isEmpty();
      return answer;
    }
  }

  /** Signs in as a caller, whose token is good until the clock moves. */
  private Sent send(String caller, String path, ObjectNode body) {
    Person person = people.computeIfAbsent(caller, Portal::signIn);
    return Sent.of(person.call("POST", path).header("Idempotency-Key", KEY).json(body));
  }

  private Sent sendFirst(Request request) {
    return send(request.caller(), request.path(), request.body());
  }

  private void advance(Duration by) {
    Portal.advance(by);
    people.clear();
  }

  @ParameterizedTest
  @EnumSource
  void theSameRequest_hasTheSameResultForADay_andNoOtherIsTakenForIt(Creation creation) {
    Request request = request(creation);
    String created = sendFirst(request).answer().is(creation.status).text(request.id());

    assertRepeated(request, created, creation.status);
    send(request.caller(), request.path(), request.otherBody())
        .withoutChange()
        .isProblem(422, "idempotency-key-reused");
    if (creation.status != 201) {
      return;
    }
    assertCarriedOut(request.otherCaller(), request.path(), request.body());
    if (request.elsewhere().isPresent()) {
      assertCarriedOut(request.caller(), request.elsewhere().get(), request.body());
    }

    advance(Duration.ofHours(24).minusMinutes(2));
    assertRepeated(request, created, creation.status);

    advance(Duration.ofMinutes(2));
    assertCarriedOut(request.caller(), request.path(), request.otherBody());
  }

  private void assertRepeated(Request request, String created, int status) {
    Answer repeated = sendFirst(request).withoutChange().is(status);
    assertThat(repeated.text(request.id())).isEqualTo(created);
  }

  /** A request that is not a repeated one changes something, or finds that it cannot be. */
  private void assertCarriedOut(String caller, String path, ObjectNode body) {
    Sent sent = send(caller, path, body);
    if (sent.answer().status() == 201) {
      assertThat(sent.changes()).as(sent.answer().text()).isNotEmpty();
    } else {
      sent.answer().is(409);
    }
  }

  @Test
  void theOperations_areThoseOfTheContract() throws IOException {
    assertThat(
            Contract.read(Path.of("..", "openapi.yaml")).operations().stream()
                .filter(IdempotencyIT::takesAKey)
                .map(Operation::id)
                .collect(toSet()))
        .isEqualTo(Arrays.stream(Creation.values()).map(each -> each.operation).collect(toSet()));
  }

  private static boolean takesAKey(Operation operation) {
    return operation.parameters().stream().anyMatch(each -> each.name().equals("Idempotency-Key"));
  }

  private Request request(Creation creation) {
    return switch (creation) {
      case CREATE_FIRM ->
          new Request(
              LocalStack.OPERATOR,
              secondOperator(),
              "/v1/firms",
              Optional.empty(),
              firm(Portal.email("ada")),
              firm(Portal.email("ada")),
              "firmId");
      case APPOINT_ADMINISTRATOR ->
          new Request(
              LocalStack.OPERATOR,
              secondOperator(),
              office.path() + "/administrators",
              Optional.of(Office.open().path() + "/administrators"),
              named("Eve").put("email", Portal.email("eve")),
              named("Eve").put("email", Portal.email("eve")),
              "staffId");
      case CREATE_SITE -> inTheFirm("/sites", site(), site(), "slug");
      case REQUEST_LOGO ->
          byStaff(
              office.path() + "/sites/" + office.slug() + "/logo",
              anotherSite() + "/logo",
              Logo.declaration(Logo.png(20, 10)),
              Logo.declaration(Logo.png(30, 10)),
              "version");
      case CREATE_STAFF -> inTheFirm("/staff", member(), member(), "staffId");
      case CREATE_CLIENT -> inTheFirm("/clients", client("Carla"), client("Dora"), "clientId");
      case CREATE_CONTACT ->
          ofTheClient("/contacts", contact("Colin"), contact("Dan"), "contactId");
      case CREATE_FOLDER -> ofTheClient("/folders", named("Taxes"), named("Law"), "folderId");
      case CREATE_ACCOUNT -> account();
      case CREATE_CONTACT_ACCOUNT -> contactAccount();
      case REQUEST_UPLOAD -> upload();
      case REQUEST_VERSION -> version();
      case CREATE_NOTE ->
          ofTheClient(
              "/notes",
              Office.note("Call on Monday", "About taxes."),
              Office.note("Call on Monday", "About wages."),
              "noteId");
      case CREATE_GROUP_NOTE -> groupNote();
      case CREATE_CHECKLIST ->
          inTheFirm(
              "/checklists",
              Checklist.body("Taxes", "Passport"),
              Checklist.body("Taxes", "Letter"),
              "checklistId");
      case CREATE_ENGAGEMENT ->
          ofTheClient("/engagements", named("Loan"), named("Books"), "engagementId");
      case REQUEST_DOCUMENTS ->
          byStaff(
              Engagement.begin(office.client("Carla"), "Loan").path() + "/items",
              Engagement.begin(office.client("Dora"), "Loan").path() + "/items",
              Engagement.items("document", "Passport"),
              Engagement.items("document", "Letter"),
              "items/0/itemId");
      case SEND_REQUEST, SEND_REMINDER, SUBMIT_ITEMS, REVIEW_ITEMS -> inAnEngagement(creation);
      case MARK_ITEM_NOT_APPLICABLE -> ofAnItem("/not-applicable", reason("We have none."));
      case WITHDRAW_ITEM -> ofAnItem("/withdrawal", json());
      case REOPEN_ITEMS -> ofItems("/reopenings");
      case CANCEL_ITEMS -> ofItems("/cancellations");
      case CREATE_PORTAL -> portal();
      case CREATE_TASK ->
          byStaff(
              office.activeClient("Carla").client().path() + "/tasks",
              office.activeClient("Dora").client().path() + "/tasks",
              Task.body("Sign", "client"),
              Task.body("Pay", "client"),
              "taskId");
      case ADD_COMMENT ->
          byStaff(
              task("Carla") + "/comments",
              task("Dora") + "/comments",
              json().put("text", "Which page?"),
              json().put("text", "Page 2"),
              "commentId");
    };
  }

  private String anotherSite() {
    ObjectNode site = site();
    office.administrator().post(office.path() + "/sites", site).is(201);
    return office.path() + "/sites/" + site.path("slug").asText();
  }

  /** The client has answered a question; something else is prepared. */
  private Request inAnEngagement(Creation creation) {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Engagement engagement = Engagement.begin(carla.client(), "Loan");
    String question = engagement.ask(Engagement.items("text", "Why?")).getFirst();
    engagement.ask(Engagement.items("document", "Letter").put("draft", true));
    engagement.answer(carla.person(), question, "So.").is(200);
    String path = engagement.path();
    return switch (creation) {
      case SEND_REQUEST ->
          byStaff(path + "/request", path, json(), Engagement.naming(question), ITEM);
      case SEND_REMINDER -> byStaff(path + "/reminders", path, json(), toTheClient(), "notified/0");
      case SUBMIT_ITEMS ->
          new Request(
              carla.person().email(),
              carla.person().email(),
              path + "/submissions",
              Optional.empty(),
              Engagement.naming(question),
              Engagement.naming(question, engagement.engagementId()),
              ITEM);
      default ->
          byStaff(
              path + "/reviews",
              path,
              Engagement.review(question, "reject"),
              Engagement.review(question, "accept"),
              ITEM);
    };
  }

  private String task(String client) {
    return Task.assign(office.activeClient(client).client(), "Sign", "client").path();
  }

  private static ObjectNode toTheClient() {
    ObjectNode body = json();
    body.putArray("recipients").add("client");
    return body;
  }

  private static ObjectNode reason(String text) {
    return json().put("reason", text);
  }

  /** One item is asked for, and another one submitted. */
  private Request ofAnItem(String below, ObjectNode body) {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Engagement engagement = Engagement.begin(carla.client(), "Loan");
    List<String> items = engagement.ask(Engagement.items("text", "Why?", "Who?"));
    engagement.answer(carla.person(), items.getLast(), "We.").is(200);
    carla
        .person()
        .post(engagement.path() + "/submissions", Engagement.naming(items.getLast()))
        .is(200);
    String item = below.equals("/withdrawal") ? items.getLast() : items.getFirst();
    return new Request(
        carla.person().email(),
        carla.person().email(),
        engagement.path() + "/items/" + item + below,
        Optional.empty(),
        body,
        reason("We have none of it."),
        "itemId");
  }

  /** One of two items is cancelled. */
  private Request ofItems(String below) {
    Engagement engagement = Engagement.begin(office.client("Carla"), "Loan");
    List<String> items = engagement.ask(Engagement.items("text", "Why?", "Who?"));
    boolean reopens = below.equals("/reopenings");
    if (reopens) {
      office
          .administrator()
          .post(
              engagement.path() + "/cancellations", Engagement.naming(items.toArray(String[]::new)))
          .is(200);
    }
    ObjectNode body = Engagement.naming(items.getFirst());
    ObjectNode other = Engagement.naming(items.getLast());
    if (reopens) {
      body.put("reason", "Once more.");
      other.put("reason", "Once more.");
    }
    return byStaff(engagement.path() + below, engagement.path(), body, other, ITEM);
  }

  private Request inTheFirm(String path, ObjectNode body, ObjectNode otherBody, String id) {
    return byStaff(office.path() + path, secondFirmOfAda() + path, body, otherBody, id);
  }

  private Request ofTheClient(String path, ObjectNode body, ObjectNode otherBody, String id) {
    return byStaff(
        office.client("Carla").path() + path,
        office.client("Dora").path() + path,
        body,
        otherBody,
        id);
  }

  private Request byStaff(
      String path, String elsewhere, ObjectNode body, ObjectNode otherBody, String id) {
    return new Request(
        ada, secondAdministrator(), path, Optional.of(elsewhere), body, otherBody, id);
  }

  /** In another firm its participant is none. */
  private Request groupNote() {
    List<String> participants = GroupNote.ids(office.client("Carla"));
    return new Request(
        ada,
        secondAdministrator(),
        office.path() + "/group-notes",
        Optional.empty(),
        GroupNote.body("Closed", "Until May.", participants),
        GroupNote.body("Closed", "Until June.", participants),
        "noteId");
  }

  /** In another firm nobody knows its client. */
  private Request portal() {
    ClientGroup.setUp(office);
    return new Request(
        ada,
        secondAdministrator(),
        office.path() + "/portals",
        Optional.empty(),
        family("Family Okafor", "Carla"),
        family("Family Berg", "Dora"),
        "portalId");
  }

  private ObjectNode family(String name, String client) {
    ObjectNode body = ClientGroup.body(office, name, List.of(office.client(client)));
    return ClientGroup.with(body, "Meg", Portal.email("meg"), "full-access");
  }

  private Request account() {
    String address = Portal.email("carla");
    Office.Client carla = office.client("Carla", address);
    return byStaff(
        carla.path() + "/account",
        office.client("Dora", address).path() + "/account",
        json().put("email", address),
        json().put("email", address.toUpperCase(Locale.ROOT)),
        "status");
  }

  private Request contactAccount() {
    String address = Portal.email("colin");
    Office.Client carla = office.client("Carla");
    return byStaff(
        carla.path() + "/contacts/" + carla.contact("Colin", address, true) + "/account",
        carla.path() + "/contacts/" + carla.contact("Colin again", address, true) + "/account",
        json().put("email", address),
        json().put("email", address.toUpperCase(Locale.ROOT)),
        "status");
  }

  private Request upload() {
    Office.Client carla = office.client("Carla");
    String folder = carla.path() + "/folders/" + carla.uploads() + "/documents";
    String elsewhere = carla.path() + "/folders/" + carla.folder("Taxes") + "/documents";
    return byStaff(
        folder,
        elsewhere,
        File.text("a.txt", "one").declaration(),
        File.text("a.txt", "two").declaration(),
        "documentId");
  }

  private Request version() {
    Office.Client carla = office.client("Carla");
    String folder = carla.path() + "/folders/" + carla.uploads();
    Person staff = office.administrator();
    String document = File.text("a.txt", "one").upload(staff, folder);
    String otherDocument = File.text("b.txt", "one").upload(staff, folder);
    return byStaff(
        folder + "/documents/" + document + "/versions",
        folder + "/documents/" + otherDocument + "/versions",
        File.text("a.txt", "two").declaration(),
        File.text("a.txt", "three").declaration(),
        "version");
  }

  private static String secondOperator() {
    String email = Portal.email("olga");
    try {
      Portal.stack().invoke("AppointOperator", json().put("email", email).toString());
    } catch (FunctionFailedException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
    return email;
  }

  private String secondAdministrator() {
    Office.Member ben = office.member("Ben", true);
    office
        .administrator()
        .patch(office.path() + "/staff/" + ben.staffId(), json().put("role", "administrator"))
        .is(200);
    return ben.person().email();
  }

  private String secondFirmOfAda() {
    String path =
        "/v1/firms/"
            + Portal.signIn(LocalStack.OPERATOR)
                .post("/v1/firms", firm(ada))
                .is(201)
                .text("firmId");
    Portal.acceptInvitation(ada);
    return path;
  }

  private static ObjectNode firm(String administrator) {
    ObjectNode firm = named("Meyer").put("slug", Portal.slug());
    firm.set("administrator", named("Ada").put("email", administrator));
    return firm;
  }

  private static ObjectNode named(String name) {
    return json().put("name", name);
  }

  private static ObjectNode site() {
    return named("Main").put("slug", Portal.slug());
  }

  private static ObjectNode member() {
    return named("Sam").put("email", Portal.email("sam")).put("role", "staff");
  }

  private static ObjectNode client(String name) {
    return named(name).put("kind", "client");
  }

  private static ObjectNode contact(String name) {
    return named(name).put("relationship", "spouse");
  }
}
