package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.DocumentArchived;
import clientportal.access.events.EventData.DocumentRenamed;
import clientportal.access.events.EventData.DocumentRestored;
import clientportal.access.events.EventData.DocumentUploaded;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FeedName;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.access.records.SharedDocument;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UpdateDocumentTest {
  private final TestDocuments documents = new TestDocuments();
  private final TestFirm firm = documents.firm;
  private final PersonId staff = firm.staff(Role.STAFF, true);
  private final PersonId reader = firm.link(documents.client);
  private final ContactId colin = new ContactId(firm.ids.next());
  private final PersonId contact = firm.linkContact(documents.client, colin, true);
  private final Folder folder =
      firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.CLIENT);
  private final RequestStreamHandler update =
      new UpdateDocumentHandler(new UpdateDocument(firm.access(), firm.table, firm.ids));

  private Exchange patch(DocumentPath document, PersonId caller, String json) {
    return documents.to("PATCH", document, caller).json(json);
  }

  private Exchange.Answer delete(DocumentPath document, PersonId caller) {
    return documents.to("DELETE", document, caller).send(documents.archiveDocument);
  }

  private String listed(PersonId caller, boolean archived) {
    return documents
        .to("GET", folder.path() + "/documents", folder.path(), caller)
        .query("archived", String.valueOf(archived))
        .send(documents.listDocuments)
        .get("items")
        .toString();
  }

  private List<Class<? extends EventData>> happened() {
    return documents.events().stream()
        .<Class<? extends EventData>>map(event -> event.data().getClass())
        .toList();
  }

  /** Opens a document to one contact, besides those of its folder. */
  private void open(DocumentPath path) {
    SharedDocument document = document(path).shared();
    Grant grant =
        new Grant(new Recipient.Contact(colin), AccessLevel.VIEW, TestFirm.NOW, Optional.empty());
    SharedDocument opened = document.withGrants(new Grants(List.of(grant)));
    List<Write> writes = new ArrayList<>(FeedRow.changes(document, opened));
    writes.add(opened.saveGrants());
    documents.write(writes.toArray(Write[]::new));
  }

  private Document document(DocumentPath path) {
    Item item = Objects.requireNonNull(firm.table.everything().get(Document.key(path)));
    return Document.fromItem(item);
  }

  /** Returns what is shared with the contact, as lists show it. */
  private List<String> feed(boolean archived) {
    Recipient contactOfClient = new Recipient.Contact(colin);
    return firm
        .table
        .partition(TableKeys.feed(documents.client, FeedName.of(contactOfClient), archived))
        .stream()
        .map(item -> FeedRow.fromItem(documents.client, FeedName.of(contactOfClient), item).name())
        .toList();
  }

  @Test
  void anotherName_isListedAndDownloaded_andRecorded() {
    DocumentPath path = documents.available(folder.path(), reader, "a.txt");

    Exchange.Answer answer = patch(path, staff, "{\"name\": \"März “1”.txt\"}").send(update);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.get("name")).isEqualTo("März “1”.txt");
    assertThat(answer.get("shareState")).isEqualTo("selected");
    assertThat(answer.headers()).containsEntry("etag", "\"3\"");
    assertThat(listed(reader, false)).contains("März “1”.txt");
    assertThat((String) documents.download(path, reader).get("url")).contains("M%25C3%25A4rz");
    Event event =
        documents.events().stream()
            .filter(it -> it.data() instanceof DocumentRenamed)
            .findFirst()
            .orElseThrow();
    assertThat(((DocumentRenamed) event.data()).formerName()).isEqualTo("a.txt");
    assertThat(event.audience()).isEmpty();
  }

  @Test
  void anArchivedOne_isReadAsBefore_byWhoCould_andNotListed() {
    DocumentPath path = documents.available(folder.path(), reader, "a.txt");
    open(path);
    Map<String, Exchange.Answer> before =
        Map.of("reader", documents.get(path, reader), "contact", documents.get(path, contact));

    assertThat(delete(path, staff).status()).isEqualTo(204);

    for (PersonId caller : List.of(staff, reader, contact)) {
      Exchange.Answer read = documents.get(path, caller);
      assertThat(read.status()).isEqualTo(200);
      assertThat(read.get("archived")).isEqualTo(true);
      assertThat(documents.download(path, caller).status()).isEqualTo(200);
    }
    assertThat(before.values()).allMatch(answer -> answer.status() == 200);
    assertThat(documents.get(path, TestFirm.person()).problem()).isEqualTo("not-found");
    assertThat(listed(reader, false)).isEqualTo("[]");
    assertThat(listed(reader, true)).contains("a.txt", "archived=true");

    assertThat(patch(path, staff, "{\"archived\": false}").send(update).get("archived"))
        .isEqualTo(false);
    assertThat(documents.get(path, contact).status()).isEqualTo(200);
    assertThat(listed(reader, false)).contains("a.txt");
    assertThat(happened()).contains(DocumentArchived.class, DocumentRestored.class);
  }

  @Test
  void whoHasItShared_findsItUnderItsName_andInTheArchive() {
    DocumentPath path = documents.available(folder.path(), reader, "a.txt");
    open(path);

    patch(path, staff, "{\"name\": \"b.txt\"}").send(update);
    assertThat(feed(false)).containsExactly("b.txt");

    delete(path, staff);
    assertThat(feed(false)).isEmpty();
    assertThat(feed(true)).containsExactly("b.txt");

    patch(path, staff, "{\"archived\": false, \"name\": \"c.txt\"}").send(update);
    assertThat(feed(false)).containsExactly("c.txt");
    assertThat(feed(true)).isEmpty();
  }

  @Test
  void aVersionThatComesLate_landsInTheArchive_andNoneIsDeclaredThere() {
    DocumentPath path = documents.available(folder.path(), reader, "a.txt");
    open(path);
    byte[] bytes = TestDocuments.ascii("late");
    String named = TestDocuments.declaration("late.txt", "text/plain", bytes);
    documents.version(path, reader, named).send(documents.requestVersion);
    delete(path, staff);
    documents.store(path, 2, "text/plain", bytes);

    assertThat(documents.version(path, reader, named).send(documents.requestVersion).problem())
        .isEqualTo("archived");
    assertThat(documents.confirm(path, 2)).isEqualTo(ConfirmUpload.Outcome.AVAILABLE);
    assertThat(documents.confirm(path, 2)).isEqualTo(ConfirmUpload.Outcome.SETTLED_BEFORE);

    Exchange.Answer read = documents.get(path, contact);
    assertThat(read.get("archived")).isEqualTo(true);
    assertThat(read.get("version")).isEqualTo(2L);
    assertThat(read.get("name")).isEqualTo("late.txt");
    assertThat(feed(true)).containsExactly("late.txt");
    Exchange versions =
        documents
            .to("GET", path + "/versions", path.folder(), staff)
            .path("documentId", path.document());
    assertThat(versions.send(documents.listVersions).get("items").toString())
        .contains("version=2", "version=1");
  }

  @Test
  void whatChangesNothing_writesNothing_andTheArchivedIsNotRenamed() {
    DocumentPath path = documents.available(folder.path(), reader, "a.txt");
    delete(path, staff);
    Map<Key, Item> before = firm.table.everything();

    assertThat(delete(path, staff).status()).isEqualTo(204);
    assertThat(patch(path, staff, "{}").send(update).status()).isEqualTo(200);
    assertThat(patch(path, staff, "{\"archived\": true}").send(update).status()).isEqualTo(200);
    assertThat(patch(path, staff, "{\"name\": \"b\"}").send(update).problem())
        .isEqualTo("archived");
    assertThat(documents.confirm(path)).isNotEqualTo(ConfirmUpload.Outcome.AVAILABLE);

    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void inAnArchivedFolder_nothingIsChanged_andWhatWasDeclaredBeforeStillArrives() {
    DocumentPath path = documents.available(folder.path(), reader, "a.txt");
    byte[] bytes = TestDocuments.ascii("b");
    DocumentPath late = documents.declare(folder.path(), reader, "late.txt", "text/plain", bytes);
    documents.write(
        Write.replace(folder.withDetails(folder.name(), true).toItem(), folder.revision()));

    assertThat(delete(path, staff).problem()).isEqualTo("archived");
    assertThat(patch(path, staff, "{\"name\": \"b\"}").send(update).problem())
        .isEqualTo("archived");
    documents.store(late, "text/plain", bytes);
    assertThat(documents.confirm(late)).isEqualTo(ConfirmUpload.Outcome.AVAILABLE);

    assertThat(documents.get(late, reader).get("status")).isEqualTo("available");
    assertThat(listed(reader, false)).contains("a.txt", "late.txt");
    assertThat(documents.events())
        .filteredOn(event -> event.data() instanceof DocumentUploaded)
        .allMatch(event -> event.audience().equals(List.of(documents.teamMember.value())));
  }

  @Test
  void whatIsNotAvailable_isNotChanged_andNobodyButItsReadersLearnsOfIt() {
    DocumentPath pending =
        documents.declare(folder.path(), reader, "a", "text/plain", TestDocuments.ascii("a"));
    Map<Key, Item> before = firm.table.everything();

    assertThat(delete(pending, staff).problem()).isEqualTo("not-available");
    assertThat(patch(pending, staff, "{\"name\": \"b\"}").send(update).problem())
        .isEqualTo("not-available");
    assertThat(patch(pending, reader, "{\"name\": \"b\"}").send(update).problem())
        .isEqualTo("permission-required");
    assertThat(delete(pending, contact).problem()).isEqualTo("not-found");

    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void whoMay_isDecidedFirst_thenTheBody_thenTheRevision_thenTheState() {
    DocumentPath path = documents.available(folder.path(), reader, "a.txt");
    delete(path, staff);
    Map<Key, Item> before = firm.table.everything();

    assertThat(patch(path, reader, "no json").send(update).problem())
        .isEqualTo("permission-required");
    assertThat(patch(path, contact, "no json").send(update).problem()).isEqualTo("not-found");
    assertThat(patch(path, staff, "no json").header("if-match", "\"2\"").send(update).problem())
        .isEqualTo("malformed-json");
    assertThat(
            patch(path, staff, "{\"name\": \"a/b\", \"archived\": null, \"x\": 1}")
                .send(update)
                .get("errors")
                .toString())
        .contains("/name", "/archived", "/x");
    assertThat(
            patch(path, staff, "{\"name\": \"b\"}")
                .header("if-match", "\"2\"")
                .send(update)
                .problem())
        .isEqualTo("precondition-failed");

    assertThat(firm.table.everything()).isEqualTo(before);
  }
}
