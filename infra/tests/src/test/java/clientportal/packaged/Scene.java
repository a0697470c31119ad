package clientportal.packaged;

import static clientportal.driver.Portal.json;

import clientportal.driver.Call;
import clientportal.driver.Checklist;
import clientportal.driver.Engagement;
import clientportal.driver.File;
import clientportal.driver.GroupNote;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.local.LocalStack;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A stack of its own on which everything is prepared to invoke each function once, and the event
 * with which the stack would invoke it: it is caught on its way, before anything is done.
 *
 * <p>The stack's clock is the real one until all is prepared, as the packaged functions' is.
 */
final class Scene {
  private final LocalStack stack = LocalStack.start(Portal.options());
  private final EventCatcher events = new EventCatcher(stack);

  private Scene() {
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
  }

  /** Prepared at the first use. */
  private static final class Shared {
    static final Scene SCENE = another();
  }

  /** Returns another scene. */
  static Scene another() {
    Scene scene = new Scene();
    return Portal.on(
        scene.stack,
        () -> {
          scene.prepareAll();
          return scene;
        });
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
    return events.value(name);
  }

  private void prepareAll() {
    events.catchFromNowOn("SendDueDigests");
    events.catchFromNowOn("SendReminders");
    events.catchFromNowOn("SweepUploads");
    Person operator = Portal.signIn(LocalStack.OPERATOR);
    Office office = Office.open();
    Office.Member sam = office.member("Sam Staff", true);
    Office.Client.SignedIn carla = office.activeClient("Carla Client");
    Office.Client client = carla.client();
    String folder = client.folder("Taxes 2025");
    client.share(folder, "client", "view-upload").is(200);
    String folderPath = client.path() + "/folders/" + folder;
    String document =
        File.text("letter.txt", "Dear Ada").upload(office.administrator(), folderPath);
    events.name("firm", office.firmId());
    events.name("adaEmail", office.administrator().email());
    events.name("carla", carla.person().personId());
    events.name("carlaEmail", client.email());
    events.name("client", client.clientId());
    events.name("folder", folder);
    events.name("document", document);

    new PeopleScene(events, office).ask(operator, sam.staffId(), client);
    new SitesScene(events, office).ask();
    new PortalsScene(events, office).ask();
    new AccountsScene(events, office).ask(carla, sam.person());
    documents(office.administrator(), client.path(), folderPath, document);
    archive(office.administrator(), client);
    sharing(office.administrator(), carla.person(), client.path(), folderPath, document);
    notes(office.administrator(), client);
    groupNotes(office, client);
    checklists(office);
    engagements(office.administrator(), carla);
    events.request("ListNotices", carla.person().call("GET", "/v1/me/notices"));
    ObjectNode read = json();
    read.putArray("noticeIds")
        .add(carla.person().get("/v1/me/notices").is(200).text("items/0/noticeId"));
    events.request(
        "MarkNoticesRead", carla.person().call("POST", "/v1/me/notices/read").json(read));
    new MessagesScene(stack, events, office).send(carla, folderPath);
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
    events.request("GetUploadLimits", ada.call("GET", "/v1/me/upload-limits"));
    events.request("GetDocument", ada.call("GET", folderPath + "/documents/" + document));
    events.request("ListDocuments", ada.call("GET", folderPath + "/documents"));
    String path = folderPath + "/documents/" + document;
    events.request("RequestDownload", ada.call("POST", path + "/download"));
    events.request("ResumeUpload", ada.call("POST", path + "/upload?version=1"));
    events.request("CompleteUpload", ada.call("POST", path + "/upload/completion"));
    String cancelled = file.declare(ada, folderPath).is(201).text("documentId");
    events.request(
        "CancelUpload", ada.call("DELETE", folderPath + "/documents/" + cancelled + "/upload"));
    String rejected = new File("a.pdf", "application/pdf", file.bytes()).upload(ada, folderPath);
    events.request(
        "DismissUpload",
        ada.call("POST", folderPath + "/documents/" + rejected + "/upload/dismissal"));
    events.request("ListUploads", ada.call("GET", folderPath + "/uploads"));
    events.request("RequestVersion", ada.call("POST", path + "/versions").json(file.declaration()));
    events.request("ListVersions", ada.call("GET", path + "/versions?limit=10"));
    events.request("RequestVersionDownload", ada.call("POST", path + "/versions/1/download"));
  }

  /** One of each for renaming and one for archiving: the functions run side by side. */
  private void archive(Person ada, Office.Client client) {
    String renamed = client.path() + "/folders/" + client.folder("Named");
    events.request("UpdateFolder", patch(ada, renamed, "Renamed"));
    String archived = client.path() + "/folders/" + client.folder("Old");
    events.request("ArchiveFolder", ada.call("DELETE", archived));
    String box = client.path() + "/folders/" + client.folder("Box");
    String letter = File.text("a.txt", "a").upload(ada, box);
    events.request("UpdateDocument", patch(ada, box + "/documents/" + letter, "b.txt"));
    String old = File.text("c.txt", "c").upload(ada, box);
    events.request("ArchiveDocument", ada.call("DELETE", box + "/documents/" + old));
  }

  private static Call patch(Person person, String path, String name) {
    return person
        .call("PATCH", path)
        .header("Content-Type", "application/merge-patch+json")
        .json(json().put("name", name));
  }

  /** One note for each change of one: the functions run side by side. */
  private void notes(Person ada, Office.Client client) {
    String list = client.path() + "/notes";
    String note = client.sharedNote("Call on Monday", "The tax office has called.", "client");
    events.name("note", note);
    ObjectNode shared = Office.note("Call on Friday", "They call again.");
    shared.set("shares", Office.recipients("client", "view"));
    events.request("CreateNote", ada.call("POST", list).json(shared));
    events.request("ListNotes", ada.call("GET", list + "?limit=10"));
    events.request("GetNote", ada.call("GET", list + "/" + note));
    events.request("ListNoteVersions", ada.call("GET", list + "/" + note + "/versions"));
    events.request("GetNoteShares", ada.call("GET", list + "/" + note + "/shares"));
    String edited = list + "/" + client.note("Call on Tuesday", "Nobody has called.");
    events.request(
        "UpdateNote",
        ada.call("PATCH", edited)
            .header("Content-Type", "application/merge-patch+json")
            .json(json().put("text", "They have called.")));
    String old = list + "/" + client.note("Call on Sunday", "Nobody calls.");
    events.request("ArchiveNote", ada.call("DELETE", old));
    String opened = list + "/" + client.note("Call on Thursday", "They call all day.");
    events.request(
        "SetNoteShares",
        ada.call("PUT", opened + "/shares").json(Office.recipients("all-authorized", "view")));
    events.request("ListActivity", ada.call("GET", client.path() + "/activity?limit=10"));
  }

  /** One group note for each change of one: the functions run side by side. */
  private void groupNotes(Office office, Office.Client client) {
    Person ada = office.administrator();
    String list = office.path() + "/group-notes";
    Office.Client other = office.client("Otto");
    GroupNote note = GroupNote.write(office, "Closed in May", "We are away.", client, other);
    events.name("groupNote", note.noteId());
    events.request(
        "CreateGroupNote",
        ada.call("POST", list)
            .json(
                GroupNote.body(
                    "Closed in June", "We are away again.", GroupNote.ids(client, other))));
    events.request("ListGroupNotes", ada.call("GET", list + "?limit=10"));
    events.request("GetGroupNote", ada.call("GET", note.path()));
    events.request("ListGroupNoteVersions", ada.call("GET", note.path() + "/versions"));
    events.request("ListParticipants", ada.call("GET", note.path() + "/participants?limit=10"));
    events.request("GetGroupNoteShares", ada.call("GET", note.path() + "/shares"));
    events.request("ReadGroupNote", ada.call("GET", note.path(client)));
    events.request("GetParticipantShares", ada.call("GET", note.path(client) + "/shares"));
    GroupNote edited = GroupNote.write(office, "Closed in July", "Nobody is there.", client);
    events.request(
        "UpdateGroupNote",
        ada.call("PATCH", edited.path())
            .header("Content-Type", "application/merge-patch+json")
            .json(json().put("text", "Somebody is there.")));
    GroupNote old = GroupNote.write(office, "Closed in April", "We were away.", client);
    events.request("ArchiveGroupNote", ada.call("DELETE", old.path()));
    GroupNote changed = GroupNote.write(office, "Closed in August", "All are away.", client);
    events.request(
        "ChangeParticipants",
        ada.call("POST", changed.path() + "/participants")
            .json(GroupNote.changing(GroupNote.ids(other), GroupNote.ids(client))));
    GroupNote opened = GroupNote.write(office, "Closed in March", "We move.", client, other);
    events.request(
        "SetGroupNoteShares", ada.call("PUT", opened.path() + "/shares").json(GroupNote.toAll()));
    GroupNote chosen = GroupNote.write(office, "Closed at noon", "For you.", client, other);
    events.request(
        "SetParticipantShares",
        ada.call("PUT", chosen.path(client) + "/shares").json(Office.recipients("client", "view")));
  }

  /** One checklist for each change of one: the functions run side by side. */
  private void checklists(Office office) {
    Person ada = office.administrator();
    String list = office.path() + "/checklists";
    Checklist checklist = Checklist.create(office, "Tax return", "Passport", "Letter");
    events.request(
        "CreateChecklist",
        ada.call("POST", list).json(Checklist.body("Mortgage", "Passport", "Contract")));
    events.request("ListChecklists", ada.call("GET", list + "?limit=10"));
    events.request("GetChecklist", ada.call("GET", checklist.path()));
    Checklist changed = Checklist.create(office, "Annual accounts", "Letter");
    events.request("UpdateChecklist", patch(ada, changed.path(), "Accounts"));
    Checklist old = Checklist.create(office, "Last year", "Letter");
    events.request("ArchiveChecklist", ada.call("DELETE", old.path()));
  }

  /** One engagement for each change of one: the functions run side by side. */
  private void engagements(Person ada, Office.Client.SignedIn carla) {
    Office.Client client = carla.client();
    String list = client.path() + "/engagements";
    events.request("CreateEngagement", ada.call("POST", list).json(json().put("name", "Loan")));
    events.request(
        "ListFirmEngagements", ada.call("GET", client.office().path() + "/engagements?limit=10"));
    events.request("ListEngagements", carla.person().call("GET", list + "?limit=10"));
    Engagement engagement = Engagement.begin(client, "Mortgage");
    String question = engagement.ask(Engagement.items("text", "Why?")).getFirst();
    events.request("GetEngagement", ada.call("GET", engagement.path()));
    events.request(
        "RequestDocuments",
        ada.call("POST", Engagement.begin(client, "Books").path() + "/items")
            .json(Engagement.items("document", "Receipts", "Invoices")));
    events.request(
        "PreviewRequest",
        ada.call("POST", Engagement.begin(client, "Planned").path() + "/items/preview")
            .json(Engagement.items("document", "Receipts")));
    Engagement prepared = Engagement.begin(client, "Accounts");
    prepared.ask(Engagement.items("document", "Ledger").put("draft", true));
    events.request("SendRequest", ada.call("POST", prepared.path() + "/request").json(json()));
    Engagement awaited = Engagement.begin(client, "Awaited");
    awaited.ask("Contract");
    events.request("SendReminder", ada.call("POST", awaited.path() + "/reminders").json(json()));
    events.request(
        "AnswerItem",
        carla
            .person()
            .call("PUT", engagement.path() + "/items/" + question + "/answer")
            .json(json().put("answer", "To build.")));
    Engagement answered = Engagement.begin(client, "Answered");
    String toSubmit = answered.ask(Engagement.items("text", "When?")).getFirst();
    answered.answer(carla.person(), toSubmit, "Soon.").is(200);
    events.request(
        "SubmitItems",
        carla
            .person()
            .call("POST", answered.path() + "/submissions")
            .json(Engagement.naming(toSubmit)));
    Engagement submitted = Engagement.begin(client, "Submitted");
    String toReview = submitted.ask(Engagement.items("text", "Where?")).getFirst();
    submitted.answer(carla.person(), toReview, "Here.").is(200);
    events.request(
        "ReviewItems",
        ada.call("POST", submitted.path() + "/reviews")
            .json(Engagement.review(toReview, "accept")));
    Engagement marked = Engagement.begin(client, "Marked");
    events.request(
        "MarkItemNotApplicable",
        carla
            .person()
            .call("POST", marked.item(marked.ask("Passport")) + "/not-applicable")
            .json(json().put("reason", "We have none.")));
    Engagement withdrawn = Engagement.begin(client, "Withdrawn");
    String toWithdraw = withdrawn.submitted(carla.person(), "How?");
    events.request(
        "WithdrawItem", carla.person().call("POST", withdrawn.item(toWithdraw) + "/withdrawal"));
    events.request(
        "UpdateEngagement",
        ada.call("PATCH", Engagement.begin(client, "Ledgers").path())
            .json(json().put("name", "After")));
    Engagement changed = Engagement.begin(client, "Changed");
    events.request(
        "UpdateItem",
        ada.call("PATCH", changed.item(changed.ask("Passport")))
            .json(json().put("name", "Identity card")));
    events.request(
        "SetEngagementStatus",
        ada.call("PUT", Engagement.begin(client, "Over").path() + "/status")
            .json(json().put("status", "completed")));
    Engagement ended = Engagement.begin(client, "Ended");
    ended.submitted(carla.person(), "How?");
    ada.put(ended.path() + "/status", json().put("status", "cancelled")).is(200);
    events.request(
        "ExportEngagement",
        ada.call("GET", ended.path() + "/export").header("Accept", "application/pdf"));
    Engagement cancelled = Engagement.begin(client, "Cancelled");
    events.request(
        "CancelItems",
        ada.call("POST", cancelled.path() + "/cancellations")
            .json(Engagement.naming(cancelled.ask("Passport"))));
    Engagement reopened = Engagement.begin(client, "Reopened");
    ObjectNode again = Engagement.naming(reopened.ask("Passport"));
    ada.post(reopened.path() + "/cancellations", again).is(200);
    events.request(
        "ReopenItems",
        ada.call("POST", reopened.path() + "/reopenings")
            .json(again.deepCopy().put("reason", "It is needed.")));
    files(ada, carla);
  }

  private void files(Person ada, Office.Client.SignedIn carla) {
    Office.Client client = carla.client();
    Engagement filed = Engagement.begin(client, "Filed");
    String item = filed.ask(Engagement.items("document", "Wages")).getFirst();
    filed.upload(carla.person(), File.text("wages.txt", "wages"), item);
    events.request("ListItemFiles", carla.person().call("GET", filed.files(item)));
    String folder = client.folder("Sent by mail");
    String sent = File.text("sent.txt", "sent").upload(ada, client.path() + "/folders/" + folder);
    events.request(
        "AttachFile",
        ada.call("PUT", filed.files(item) + "/" + sent).json(json().put("folderId", folder)));
    Engagement wrong = Engagement.begin(client, "Wrong");
    String box = wrong.ask(Engagement.items("document", "Wages")).getFirst();
    String misplaced = wrong.upload(carla.person(), File.text("bill.txt", "bill"), box);
    events.request("DetachFile", ada.call("DELETE", wrong.files(box) + "/" + misplaced));
  }

  private void sharing(
      Person ada, Person carla, String clientPath, String folderPath, String document) {
    events.request("GetFolderShares", ada.call("GET", folderPath + "/shares"));
    events.request(
        "SetFolderShares",
        ada.call("PUT", folderPath + "/shares").json(Office.recipients("all-authorized", "view")));
    events.request(
        "PreviewFolderShares",
        ada.call("POST", folderPath + "/shares/preview").json(Office.recipients("client", "view")));
    String documentShares = folderPath + "/documents/" + document + "/shares";
    events.request("GetDocumentShares", ada.call("GET", documentShares));
    ObjectNode both = Office.recipients("all-authorized", "view");
    both.withArray("recipients").addObject().put("recipient", "client").put("access", "view");
    events.request(
        "PreviewDocumentShares", ada.call("POST", documentShares + "/preview").json(both));
    events.request("SetDocumentShares", ada.call("PUT", documentShares).json(both));
    events.request("ListShared", carla.call("GET", clientPath + "/shared"));
  }
}
