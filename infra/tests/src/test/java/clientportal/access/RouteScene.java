package clientportal.access;

import static clientportal.driver.Portal.json;
import static java.util.Objects.requireNonNull;

import clientportal.driver.Answer;
import clientportal.driver.Call;
import clientportal.driver.Checklist;
import clientportal.driver.ClientGroup;
import clientportal.driver.Engagement;
import clientportal.driver.File;
import clientportal.driver.GroupNote;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.Task;
import clientportal.driver.Visitor;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** One item of each kind that {@link Route} names, and one of another owner. */
final class RouteScene {
  private static final int ID_LENGTH = 26;

  private final Office office = Office.open();
  private final Office.Client.SignedIn carla = office.activeClient("Carla");
  private final Office.Client client = carla.client();
  private final Map<String, String> places = new HashMap<>();
  private final Map<String, Person> people = new HashMap<>();

  /** Ids of others, by the segment before them in a path. */
  private final Map<String, Map<String, String>> others = new LinkedHashMap<>();

  RouteScene() {
    String open = client.path() + "/folders/" + client.folder("Open");
    String closed = client.path() + "/folders/" + client.folder("Closed");
    staff();
    ObjectNode readers = contacts();
    share(open, readers);
    String note = note(readers);
    String archivedNote = archivedNote(readers);
    groupNotes(readers);
    lose();
    Person uploader = person("viewUpload");
    places.putAll(
        Map.of(
            "firm", office.path(),
            "staff", office.staffId(),
            "site", office.slug(),
            "registration", registration(office),
            "client", client.path(),
            "new", office.client("Nora").path(),
            "contact", client.path() + "/contacts/" + client.contact("Colin", false)));
    places.putAll(
        Map.of(
            "open", open,
            "closed", closed,
            "archived", archivedFolder(readers),
            "archivedClosed", archivedFolder(Office.nobody()),
            "readable", document(office, open),
            "hidden", document(office, closed),
            "theirs", File.text("d.txt", "d").upload(uploader, open),
            "pending", File.text("e.txt", "e").declare(uploader, open).text("documentId"),
            "old", archivedDocument(open),
            "oldHidden", archivedDocument(closed)));
    places.putAll(
        Map.of(
            "note",
            note,
            "closedNote",
            note(Office.nobody()),
            "archivedNote",
            archivedNote,
            "archivedClosedNote",
            archivedNote(Office.nobody())));
    places.put(
        "rejected", new File("f.pdf", "application/pdf", new byte[] {1}).upload(uploader, open));
    places.put("withdrawn", withdrawn(uploader, open));
    places.put("checklist", Checklist.create(office, "Taxes", "Passport").checklistId());
    places.put(
        "archivedChecklist", Checklist.create(office, "Old", "Letter").archive().checklistId());
    engagements();
    places.put("task", Task.assign(client, "Sign", "client", last(place("viewUpload"))).taskId());
    portals();
    others.put("otherFolder", Map.of("folders", last(closed), "documents", place("hidden")));
    others.put("otherClient", otherClient());
    others.put("otherFirm", otherFirm());
  }

  /** Asks the client something, and a contact something else; prepares something. */
  private void engagements() {
    Engagement engagement = Engagement.begin(client, "Loan");
    places.put("engagement", engagement.engagementId());
    places.put("question", engagement.ask(Engagement.items("text", "Why?")).getFirst());
    engagement.ask(
        Engagement.items("document", "Payslip").put("assignee", last(place("viewUpload"))));
    String answered = engagement.ask(Engagement.items("document", "Wages")).getFirst();
    places.put("answered", answered);
    places.put("file", engagement.upload(carla.person(), File.text("w.txt", "w"), answered));
    carla.person().post(engagement.path() + "/submissions", Engagement.naming(answered)).is(200);
    List<String> drafts =
        engagement.ask(Engagement.items("document", "Letter", "Bill").put("draft", true));
    places.put("draft", drafts.getFirst());
    places.put("draftToCancel", drafts.getLast());
    Engagement prepared = Engagement.begin(client, "Books");
    prepared.ask(Engagement.items("document", "Receipts").put("draft", true));
    places.put("prepared", prepared.engagementId());
  }

  /** Groups the client with another one in a portal, and alone in one that is archived. */
  private void portals() {
    ClientGroup.setUp(office);
    String member = Portal.email("meg");
    String contributor = Portal.email("cora");
    ObjectNode family = ClientGroup.body(office, "Family", List.of(client, office.client("Gina")));
    ClientGroup.with(family, "Meg", member, "full-access");
    ClientGroup.with(family, "Cora", contributor, "contributor");
    ObjectNode past = ClientGroup.body(office, "Past", List.of(office.client("Paul")));
    ClientGroup.with(past, "Rita", Portal.email("rita"), "full-access");
    ClientGroup live = ClientGroup.create(office, family);
    ClientGroup archived = ClientGroup.create(office, past);
    people.put("member", Portal.acceptInvitation(member));
    people.put("contributor", Portal.acceptInvitation(contributor));
    places.put("portal", live.path());
    places.put("joined", live.member("Meg"));
    places.put("archivedPortal", archived.path());
    places.put("grouped", past.at("/clientIds/0").asText());
    String revoked = archived.member("Rita");
    places.put("revokedMember", revoked);
    office.administrator().delete(office.path() + "/members/" + revoked + "/account").is(204);
    office.administrator().delete(archived.path()).is(204);
  }

  private void staff() {
    people.put("operator", Portal.signIn("operator@portal.test"));
    Office.Member disabled = office.member("Dan", true);
    people.put("disabled", disabled.person());
    office
        .administrator()
        .patch(office.path() + "/staff/" + disabled.staffId(), json().put("enabled", false))
        .is(200);
    people.put("staff", office.member("Sam", false).person());
    people.put("webPortal", office.member("Tom", true).person());
    people.put("administrator", office.administrator());
  }

  /** Signs the client and its contacts in; returns the recipients of the open folder. */
  private ObjectNode contacts() {
    people.put("client", carla.person());
    ObjectNode readers = Office.recipients("client", "view");
    Map<String, String> accesses =
        Map.of("view", "view", "viewUpload", "view-upload", "unrelated", "view", "revoked", "view");
    for (String name : List.of("view", "viewUpload", "unshared", "unrelated", "revoked")) {
      String email = Portal.email("kim");
      String contact = client.contact(name, email, true);
      String path = client.path() + "/contacts/" + contact;
      office.administrator().post(path + "/account", json().put("email", email)).is(201);
      people.put(name, Portal.acceptInvitation(email));
      places.put(name, path);
      if (accesses.containsKey(name)) {
        readers
            .withArray("recipients")
            .addObject()
            .put("recipient", contact)
            .put("access", accesses.get(name));
      }
    }
    return readers;
  }

  /** Takes their access from two contacts to whom the folder is shared. */
  private void lose() {
    Person administrator = office.administrator();
    administrator.patch(place("unrelated"), json().put("webPortal", false)).is(200);
    administrator.delete(place("revoked") + "/account").is(204);
  }

  private void share(String item, ObjectNode shares) {
    office.administrator().put(item + "/shares", shares).is(200);
  }

  private static String document(Office office, String folder) {
    return File.text("a.txt", "a").upload(office.administrator(), folder);
  }

  /** Archives the items, so that callers who may archive them change nothing. */
  private String archivedFolder(ObjectNode shares) {
    String path = client.path() + "/folders/" + client.folder("Archived");
    ObjectNode allowed = shares.deepCopy();
    // A contact without the permission cannot get a share.
    String unrelated = last(place("unrelated"));
    ArrayNode recipients = allowed.withArray("recipients");
    recipients.removeIf(each -> each.path("recipient").asText().equals(unrelated));
    share(path, allowed);
    office.administrator().delete(path).is(204);
    return path;
  }

  private String archivedDocument(String folder) {
    String id = document(office, folder);
    office.administrator().delete(folder + "/documents/" + id).is(204);
    return id;
  }

  /** Writes a note that is open to recipients of a folder. */
  private String note(ObjectNode shares) {
    ObjectNode note = Office.note("Call on Monday", "The tax office has called.");
    note.set("shares", toView(shares));
    return office.administrator().post(client.path() + "/notes", note).is(201).text("noteId");
  }

  private static ObjectNode toView(ObjectNode shares) {
    ObjectNode readers = shares.deepCopy();
    readers.path("recipients").forEach(each -> ((ObjectNode) each).put("access", "view"));
    return readers;
  }

  private String archivedNote(ObjectNode shares) {
    String id = note(shares);
    office.administrator().delete(client.path() + "/notes/" + id).is(204);
    return id;
  }

  /** Writes notes about the client and another one. */
  private void groupNotes(ObjectNode shares) {
    Office.Client mona = office.client("Mona");
    for (String name :
        List.of(
            "groupNote",
            "chosenGroupNote",
            "closedGroupNote",
            "archivedGroupNote",
            "archivedClosedGroupNote")) {
      GroupNote note = GroupNote.write(office, "Closed", "Until May.", client, mona);
      places.put(name, note.noteId());
      switch (name) {
        case "groupNote", "archivedGroupNote" -> note.open();
        case "chosenGroupNote" -> share(note.path(client), toView(shares));
        default -> {}
      }
      if (name.startsWith("archived")) {
        office.administrator().delete(note.path()).is(204);
      }
    }
    Portal.settle();
  }

  private static String withdrawn(Person uploader, String folder) {
    String id = File.text("g.txt", "g").upload(uploader, folder);
    uploader.delete(folder + "/documents/" + id).is(204);
    return id;
  }

  /** Registers a person whose address two clients have. */
  private static String registration(Office office) {
    String email = Portal.email("twin");
    office.client("One", email);
    office.client("Other", email);
    Visitor visitor = Visitor.elsewhere();
    visitor.verify(visitor.registering(office.slug(), "Twin", email).withKey()).is(200);
    return office
        .administrator()
        .get(office.path() + "/registrations")
        .text("items/0/registrationId");
  }

  private Map<String, String> otherClient() {
    Office.Client.SignedIn otto = office.activeClient("Otto");
    people.put("otherClient", otto.person());
    return ofClient(otto.client());
  }

  private Map<String, String> otherFirm() {
    Office other = Office.open("Other", true);
    people.put("otherFirm", other.administrator());
    Map<String, String> ids = ofClient(other.client("Olga"));
    ids.put("firms", other.firmId());
    ids.put("sites", other.slug());
    ids.put("staff", other.staffId());
    ids.put("registrations", registration(other));
    ids.put("checklists", Checklist.create(other, "Theirs", "Passport").checklistId());
    ClientGroup.setUp(other);
    ObjectNode family = ClientGroup.body(other, "Theirs", List.of(other.client("Olivia")));
    ClientGroup portal =
        ClientGroup.create(
            other, ClientGroup.with(family, "Owen", Portal.email("owen"), "full-access"));
    ids.put("portals", portal.portalId());
    ids.put("members", portal.member("Owen"));
    return ids;
  }

  private static Map<String, String> ofClient(Office.Client client) {
    Map<String, String> ids = new HashMap<>();
    String folder = client.folder("Theirs");
    client.share(folder, "all-authorized", "view-upload").is(200);
    ids.put("clients", client.clientId());
    ids.put("contacts", client.contact("Otis", true));
    ids.put("folders", folder);
    ids.put("documents", document(client.office(), client.path() + "/folders/" + folder));
    ids.put("notes", client.sharedNote("Their call", "Theirs.", "all-authorized"));
    Engagement engagement = Engagement.begin(client, "Theirs");
    ids.put("engagements", engagement.engagementId());
    ids.put("tasks", Task.assign(client, "Theirs", ids.get("contacts")).taskId());
    ids.put("items", engagement.ask(Engagement.items("text", "Theirs?")).getFirst());
    ids.put(
        "group-notes",
        GroupNote.write(client.office(), "Closed", "Theirs.", client).open().noteId());
    return ids;
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private String place(String name) {
    return String.valueOf(places.get(name));
  }

  /** Returns the id of the client that the scene is about. */
  String clientId() {
    return client.clientId();
  }

  /** Returns a draft that may go. */
  String draftToCancel() {
    return place("draftToCancel");
  }

  Person person(String name) {
    return requireNonNull(people.get(name), name);
  }

  /** Returns a path with ids in place of names. */
  String path(Route route) {
    String path = route.path();
    for (Map.Entry<String, String> place : places.entrySet()) {
      path = path.replace("{" + place.getKey() + "}", place.getValue());
    }
    return path;
  }

  /**
   * Returns a route's paths with ids of others in place of one of them, and of all from one on:
   * another folder of the client, another client, another firm. Each comes with the callers that
   * may use it, because the whole path is theirs.
   */
  Map<String, Set<String>> withIdsOfOthers(Route route) {
    Map<String, Set<String>> paths = new LinkedHashMap<>();
    List<String> own = List.of(path(route).split("/", -1));
    others.forEach((whose, ids) -> {
      List<Integer> slots = slots(own, ids);
      for (int slot : slots) {
        List<Integer> onwards = slots.stream().filter(each -> each >= slot).toList();
        for (List<Integer> replaced : List.of(List.of(slot), onwards)) {
          List<String> mixed = new ArrayList<>(own);
          replaced.forEach(each -> mixed.set(each, ids.get(own.get(each - 1))));
          Set<String> knowing = replaced.equals(slots) ? knowing(whose, route) : Set.of();
          paths.put(String.join("/", mixed), knowing);
        }
      }
    });
    return paths;
  }

  /** Returns where a path has ids of a kind that others have too. */
  private static List<Integer> slots(List<String> path, Map<String, String> ids) {
    return IntStream.range(1, path.size())
        .filter(
            each -> isId(path.get(each), path.get(each - 1)) && ids.containsKey(path.get(each - 1)))
        .boxed()
        .toList();
  }

  private static boolean isId(String segment, String before) {
    return segment.length() == ID_LENGTH || before.equals("sites");
  }

  private static Set<String> knowing(String whose, Route route) {
    return switch (whose) {
      case "otherFirm" ->
          route.isForOperators() ? Set.of("otherFirm", "operator") : Set.of("otherFirm");
      case "otherClient" -> Set.of("otherClient", "staff", "webPortal", "administrator");
      case "otherFolder" -> Set.copyOf(Route.CALLERS);
      default -> throw new IllegalArgumentException(whose);
    };
  }

  /** Signs a caller in again, with a mailed code. */
  void signInAgain(String caller) {
    people.put(caller, Portal.signIn(person(caller).email()));
  }

  /** Calls with a body, or without one if it is empty. */
  Answer call(String caller, String method, String path, String body) {
    Call call = person(caller).call(method, path);
    return body.isEmpty() ? call.send() : call.json(body).send();
  }

  Answer call(String caller, String method, String path) {
    Call call =
        caller.equals("nobody")
            ? Portal.anonymous(method, path)
            : person(caller).call(method, path);
    return method.equals("GET") || method.equals("DELETE") || path.endsWith("/download")
        ? call.send()
        : call.json("no json").send();
  }
}
