package clientportal.documents;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Actor;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.ItemId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.records.By;
import clientportal.access.records.Engagement;
import clientportal.access.records.ItemFile;
import clientportal.access.records.ItemTemplate;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.ItemAction;
import clientportal.access.requests.Outcome;
import clientportal.access.requests.RequestWrites;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An engagement in which something is asked of a client and of a contact, without I/O. */
final class AnsweringWorld {
  static final byte[] BYTES = TestDocuments.ascii("some text");

  final TestDocuments documents = new TestDocuments();
  final TestFirm firm = documents.firm;
  final Table table = firm.table;
  final PersonId staff = firm.staff(Role.STAFF, false);
  final PersonId sharer = firm.staff(Role.STAFF, true);
  final PersonId carla = firm.link(documents.client);
  final ContactId contact = firm.contact(documents.client, Optional.empty(), true).id();
  final PersonId colin = firm.linkContact(documents.client, contact, true);

  /** It is open to nobody. */
  final FolderPath folder = firm.folder(documents.client, AccessLevel.VIEW).path();

  final EngagementPath engagement =
      new EngagementPath(documents.client, new EngagementId(firm.ids.next()));

  AnsweringWorld() {
    documents.write(
        Write.create(
            Engagement.create(
                    engagement, "Loan", folder.folder(), Optional.empty(), Optional.empty(), BY)
                .toItem()));
  }

  private static final By BY = new By(Actor.PORTAL, TestFirm.NOW);

  /** Asks for a document. */
  ItemId asked(Recipient.Party assignee, String... accepts) {
    ItemId item = prepared(assignee, accepts);
    act(item, new ItemAction.Ask());
    return item;
  }

  ItemId prepared(Recipient.Party assignee, String... accepts) {
    return prepared(assignee, ItemTemplate.Kind.DOCUMENT, Optional.empty(), accepts);
  }

  ItemId prepared(
      Recipient.Party assignee,
      ItemTemplate.Kind kind,
      Optional<RequestItem.ShowIf> showIf,
      String... accepts) {
    ItemId item = new ItemId(firm.ids.next());
    RequestItem.Wanted wanted =
        new RequestItem.Wanted(
            "Payslips",
            Optional.empty(),
            kind,
            true,
            List.of(accepts),
            List.of(),
            Optional.empty(),
            showIf);
    RequestItem draft =
        RequestItem.draft(engagement.item(item), wanted, assignee, Optional.empty(), 0);
    change(whole -> whole.add(List.of(draft)));
    return item;
  }

  /** Does something to an item, which must be possible. */
  void act(ItemId item, ItemAction action) {
    change(_ -> outcome(item, action));
  }

  /** Returns what would come of an action. */
  Outcome outcome(ItemId item, ItemAction action) {
    return whole().apply(List.of(new WholeEngagement.Step(item, action)), BY);
  }

  /** Changes the engagement, which must be possible. */
  void change(Function<WholeEngagement, Outcome> change) {
    Outcome outcome = change.apply(whole());
    if (!(outcome instanceof Outcome.Changed changed)) {
      throw new AssertionError(outcome);
    }
    table.write(RequestWrites.of(changed, TestFirm.NOW));
  }

  WholeEngagement whole() {
    return WholeEngagement.read(
        Engagement.fromItem(table.require(RequestKeys.engagement(engagement))), table);
  }

  RequestItem item(ItemId item) {
    return RequestItem.fromItem(table.require(RequestKeys.requestItem(engagement.item(item))));
  }

  List<ItemFile> files(ItemId item) {
    return files().stream().filter(file -> file.item().item().equals(item)).toList();
  }

  List<ItemFile> files() {
    return firm.table.partition(RequestKeys.ofEngagement(engagement)).stream()
        .filter(row -> row.key().sk().startsWith("FILE#"))
        .map(ItemFile::fromItem)
        .toList();
  }

  String declaration(String name, ItemId item) {
    String alone = TestDocuments.declaration(name, "text/plain", BYTES);
    return alone.substring(0, alone.length() - 1) + answers(engagement.engagement(), item) + "}";
  }

  static String answers(EngagementId engagement, ItemId item) {
    return ", \"answers\": {\"engagementId\": \"%s\", \"itemId\": \"%s\"}"
        .formatted(engagement, item);
  }

  Exchange.Answer declare(PersonId caller, String json) {
    return documents.upload(folder, caller, json).send(documents.requestUpload);
  }

  /** Declares a file for an item, and stores its bytes. */
  DocumentPath stored(PersonId caller, ItemId item) {
    Exchange.Answer answer = declare(caller, declaration("a.txt", item));
    if (answer.status() != 201) {
      throw new AssertionError(answer.body());
    }
    DocumentPath path = new DocumentPath(folder, new DocumentId((String) answer.get("documentId")));
    documents.store(path, "text/plain", BYTES);
    return path;
  }

  /** Uploads a file for an item. */
  DocumentPath uploaded(PersonId caller, ItemId item) {
    DocumentPath path = stored(caller, item);
    documents.confirm(path);
    return path;
  }

  ConfirmUpload confirm(Table through) {
    return new ConfirmUpload(
        through, documents.files, TestDocuments.BUCKET, false, firm.ids, firm.clock);
  }

  Document document(DocumentPath path) {
    return Document.fromItem(table.require(Document.key(path)));
  }
}
