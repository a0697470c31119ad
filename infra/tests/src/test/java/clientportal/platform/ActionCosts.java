package clientportal.platform;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Engagement;
import clientportal.driver.FullClient;
import clientportal.driver.LargeFile;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each action on one client's documents, folders, notes, shares and engagements costs, within
 * the bounds of {@code infra/COSTS.md}.
 */
final class ActionCosts {
  private static final Map<String, Integer> FEEDS = Map.of("feed", 2);

  private final FullClient full;
  private final Office.Client client;
  private final Person staff;
  private final Person reader;
  private final String folder;
  private final Map<String, Cost> costs = new LinkedHashMap<>();

  ActionCosts(FullClient full) {
    this.full = full;
    client = full.client();
    staff = full.office().administrator();
    reader = full.reader();
    folder = full.folder();
  }

  /** Returns the cost of each action; pages are so small that a few items fill them. */
  Map<String, Cost> measure() {
    String document = folder + "/documents/" + full.file().upload(reader, folder);
    reads(document);
    lists(document);
    uploads(document);
    inParts();
    shares(document);
    notes();
    requests();
    return costs;
  }

  private Cost cost(String row, Runnable action) {
    return cost(row, "", Map.of(), action);
  }

  /** Measures an action within its row; {@code how} distinguishes actions of one row. */
  private Cost cost(String row, String how, Map<String, Integer> counts, Runnable action) {
    Cost cost = Cost.within(row, counts, action);
    costs.put(row + " " + how, cost);
    return cost;
  }

  private void reads(String document) {
    // The first download by staff, which costs more, has a row of its own.
    staff.post(document + "/download").is(200);
    for (Map.Entry<String, Person> each : callers().entrySet()) {
      Person caller = each.getValue();
      String by = "by " + each.getKey();
      String row = caller.equals(staff) ? "requestDownload" : "requestDownload: by a reader";
      cost(row, by, Map.of(), () -> caller.post(document + "/download").is(200));
      cost("getDocument", by, Map.of(), () -> caller.get(document).is(200));
      cost("getFolder", by, Map.of(), () -> caller.get(folder).is(200));
    }
    Map<String, Integer> contacts = Map.of("8 KB of contacts", 1);
    cost("getFolderShares", "", contacts, () -> staff.get(folder + "/shares").is(200));
    cost("getDocumentShares", "", contacts, () -> staff.get(document + "/shares").is(200));
  }

  private Map<String, Person> callers() {
    return Map.of("staff", staff, "reader", reader);
  }

  private void lists(String document) {
    for (Map.Entry<String, Person> each : callers().entrySet()) {
      Person caller = each.getValue();
      String by = "by " + each.getKey();
      page("listDocuments", by, Map.of(), caller, folder + "/documents");
      cost("listUploads", by, Map.of(), () -> caller.get(folder + "/uploads").is(200));
    }
    page("listFolders", "", Map.of(), staff, client.path() + "/folders");
    Cost few = page("listFolders: by a reader", "", FEEDS, reader, client.path() + "/folders");
    assertThat(few.readUnits()).isLessThanOrEqualTo(12);
    page("listShared", "", FEEDS, reader, client.path() + "/shared");
    cost("listVersions", () -> staff.get(document + "/versions").is(200));
  }

  private Cost page(
      String row, String how, Map<String, Integer> counts, Person caller, String list) {
    return cost(
        row, how, counts, () -> assertThat(caller.get(list + "?limit=4").at("items")).hasSize(4));
  }

  private void uploads(String document) {
    cost("getUploadLimits", () -> reader.get("/v1/me/upload-limits").is(200));
    cost("requestUpload", () -> declare(folder + "/documents"));
    cost("confirmUpload", () -> full.file().upload(reader, folder));
    cost("requestVersion", () -> declare(document + "/versions"));
    cost(
        "confirmUpload",
        "of a version",
        Map.of(),
        () -> full.file().uploadVersion(reader, document));
    cost("requestVersionDownload", () -> staff.post(document + "/versions/1/download").is(200));
    cost(
        "createFolder",
        () ->
            post(staff, client.path() + "/folders", json().put("name", FullClient.name(2)))
                .is(201));
  }

  private void declare(String list) {
    post(reader, list, full.file().declaration()).is(201);
  }

  private void inParts() {
    LargeFile large = new LargeFile("x".repeat(116) + ".bin", LargeFile.PART + 10, 3);
    Answer[] declared = new Answer[1];
    cost(
        "requestUpload: in parts",
        () -> declared[0] = reader.post(folder + "/documents", large.declaration()).is(201));
    String document = folder + "/documents/" + declared[0].text("documentId");
    cost("resumeUpload", () -> reader.post(document + "/upload").is(200));
    large.putAll(declared[0]);
    cost(
        "confirmUpload",
        "in parts",
        Map.of(),
        () -> {
          cost("completeUpload", () -> reader.post(document + "/upload/completion").is(202));
          Portal.settle();
        });
  }

  private void shares(String document) {
    Map<String, Integer> two = Map.of("changed recipient", 2);
    cost(
        "setFolderShares",
        "to all authorized",
        two,
        () -> client.share(full.folderId(), "all-authorized", "view-upload").is(200));
    cost(
        "setFolderShares",
        "to the client",
        two,
        () -> client.share(full.folderId(), "client", "view-upload").is(200));
    ObjectNode inherited = Office.recipients("client", "view-upload");
    ObjectNode all = inherited.deepCopy();
    all.withArray("recipients")
        .addObject()
        .put("recipient", "all-authorized")
        .put("access", "view");
    Map<String, Integer> one = Map.of("changed recipient", 1);
    cost(
        "setDocumentShares",
        "to all authorized",
        one,
        () -> staff.put(document + "/shares", all).is(200));
    cost(
        "setDocumentShares",
        "as inherited",
        one,
        () -> staff.put(document + "/shares", inherited).is(200));
  }

  private void notes() {
    String list = client.path() + "/notes";
    String note = full.note();
    cost("getNote", () -> staff.get(note).is(200));
    cost(
        "listNoteVersions",
        "",
        Map.of("4 KB of the page", 1),
        () -> staff.get(note + "/versions").is(200));
    cost(
        "getNoteShares",
        "",
        Map.of("8 KB of contacts", 1),
        () -> staff.get(note + "/shares").is(200));
    page("listNotes", "", Map.of("note", 4), staff, list);
    page("listActivity", "", Map.of("folder", 1), staff, client.path() + "/activity");
    cost(
        "createNote",
        () -> post(staff, list, Office.note(FullClient.name(1), "x".repeat(400))).is(201));
    Map<String, Integer> one = Map.of("changed recipient", 1);
    cost(
        "setNoteShares",
        "to all authorized",
        one,
        () -> staff.put(note + "/shares", Office.recipients("all-authorized", "view")).is(200));
    cost(
        "setNoteShares",
        "to nobody",
        one,
        () -> staff.put(note + "/shares", Office.nobody()).is(200));
  }

  private void requests() {
    String list = client.path() + "/engagements";
    page("listEngagements", "by staff", Map.of(), staff, list);
    page("listEngagements", "by reader", Map.of(), reader, list);
    Map<String, Integer> one = Map.of("client", 1);
    page("listFirmEngagements", "", one, staff, full.office().path() + "/engagements");
    Answer[] begun = new Answer[1];
    ObjectNode name = json().put("name", FullClient.name(3));
    cost("createEngagement", () -> begun[0] = post(staff, list, name).is(201));
    Engagement engagement = new Engagement(client, begun[0].text("engagementId"));
    Map<String, Integer> of = Map.of("4 KB of the items", 1, "item", 2);
    ObjectNode two = Engagement.items("document", FullClient.name(1));
    two.withArray("items").addObject().put("name", FullClient.name(2)).put("kind", "text");
    Answer[] asked = new Answer[1];
    String path = engagement.path();
    cost("requestDocuments", "", of, () -> asked[0] = post(staff, path + "/items", two).is(201));
    String document = asked[0].text("items/0/itemId");
    String question = asked[0].text("items/1/itemId");
    Map<String, Integer> items = Map.of("4 KB of the items", 1);
    cost("getEngagement", "", items, () -> staff.get(path).is(200));
    cost("getEngagement: by a reader", "", items, () -> reader.get(path).is(200));
    ObjectNode file = engagement.declaration(full.file(), document);
    String folder = engagement.folder();
    cost("requestUpload: for an item", () -> post(reader, folder + "/documents", file).is(201));
    cost(
        "confirmUpload: of the first file of an item",
        () -> engagement.upload(reader, full.file(), document));
    cost(
        "listItemFiles",
        "",
        Map.of("file", 1),
        () -> staff.get(engagement.files(document)).is(200));
    cost("answerItem", "", of, () -> engagement.answer(reader, question, "So.").is(200));
    ObjectNode both = Engagement.naming(document, question);
    cost("submitItems", "", of, () -> post(reader, path + "/submissions", both).is(200));
    ObjectNode accept = Engagement.review(question, "accept");
    cost("reviewItems", "", of, () -> post(staff, path + "/reviews", accept).is(200));
    ObjectNode due = json().put("dueOn", "2026-03-14");
    cost("updateEngagement", "", items, () -> staff.patch(path, due).is(200));
    ObjectNode over = json().put("status", "cancelled");
    cost("setEngagementStatus", "", of, () -> staff.put(path + "/status", over).is(200));
  }

  /** Posts with an idempotency key. */
  private static Answer post(Person by, String path, ObjectNode body) {
    return by.call("POST", path).header("Idempotency-Key", Portal.slug()).json(body).send();
  }
}
