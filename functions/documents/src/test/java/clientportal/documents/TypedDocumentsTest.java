package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.decision.SharePolicy.Mode;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.DocumentTypeChanged;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.documents.ConfirmUpload.Outcome;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Document types of documents, and the share policy over them. */
final class TypedDocumentsTest {
  private static final byte[] BYTES = TestDocuments.ascii("some text");

  private final TestDocuments documents = new TestDocuments();
  private final TestFirm firm = documents.firm;
  private final PersonId publisher = firm.staff(Role.STAFF, true);
  private final PersonId member = firm.staff(Role.STAFF, false);
  private final PersonId reader = firm.link(documents.client);
  private final FolderPath open =
      firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.CLIENT).path();
  private final FolderPath closed = firm.folder(documents.client, AccessLevel.VIEW).path();
  private final List<DocumentTypeId> types = firm.documentTypes("Invoice", "Letter");
  private final DocumentTypeId invoice = types.getFirst();
  private final DocumentTypeId letter = types.getLast();
  private final RequestStreamHandler update =
      new UpdateDocumentHandler(new UpdateDocument(firm.access(), firm.table, firm.ids));

  private static String typed(String json, Object type) {
    return json.substring(0, json.length() - 1) + ", \"documentType\": \"" + type + "\"}";
  }

  private static String declaration() {
    return TestDocuments.declaration("a.txt", "text/plain", BYTES);
  }

  private DocumentPath available(FolderPath folder, PersonId caller, DocumentTypeId type) {
    Exchange.Answer declared =
        documents.upload(folder, caller, typed(declaration(), type)).send(documents.requestUpload);
    DocumentPath path =
        new DocumentPath(folder, new DocumentId((String) declared.get("documentId")));
    documents.store(path, "text/plain", BYTES);
    assertThat(documents.confirm(path)).isEqualTo(Outcome.AVAILABLE);
    return path;
  }

  private Exchange.Answer patch(DocumentPath path, PersonId caller, String json) {
    return documents.to("PATCH", path, caller).json(json).send(update);
  }

  private Exchange.Answer giveType(DocumentPath path, PersonId caller, Object type) {
    return patch(path, caller, "{\"documentType\": \"" + type + "\"}");
  }

  private Optional<DocumentTypeId> typeOf(DocumentPath path) {
    Item item = Objects.requireNonNull(firm.table.everything().get(Document.key(path)));
    return Document.fromItem(item).type();
  }

  private static void assertFault(Exchange.Answer answer, String code) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.get("errors").toString()).contains("pointer=/documentType,", "code=" + code);
  }

  @Test
  void aDocument_getsTheTypeThatWasDeclaredWithIt_andStaffSeeIt() {
    DocumentPath path = available(open, publisher, invoice);

    assertThat(typeOf(path)).contains(invoice);
    assertThat(documents.get(path, member).get("documentType")).isEqualTo(invoice.value());
    assertThat(documents.get(path, reader).has("documentType")).isFalse();
  }

  @Test
  void anUpload_showsItsTypeToStaff() {
    documents.upload(open, publisher, typed(declaration(), letter)).send(documents.requestUpload);

    String listed =
        documents
            .to("GET", open + "/uploads", open, member)
            .send(documents.listUploads)
            .get("items")
            .toString();
    assertThat(listed).contains("documentType=" + letter);
  }

  @Test
  void aVersion_keepsTheType_unlessItIsDeclaredWithAnother() {
    DocumentPath path = available(open, publisher, invoice);
    int second = documents.declareVersion(path, publisher, BYTES);
    documents.store(path, second, "text/plain", BYTES);
    giveType(path, publisher, letter);

    assertThat(documents.confirm(path, second)).isEqualTo(Outcome.AVAILABLE);
    assertThat(typeOf(path)).contains(letter);

    documents
        .version(path, publisher, typed(declaration(), invoice))
        .send(documents.requestVersion);
    documents.store(path, 3, "text/plain", BYTES);

    assertThat(typeOf(path)).contains(letter);
    assertThat(documents.confirm(path, 3)).isEqualTo(Outcome.AVAILABLE);
    assertThat(typeOf(path)).contains(invoice);
    assertThat(documents.events().stream().map(event -> event.data()))
        .filteredOn(DocumentTypeChanged.class::isInstance)
        .extracting(data -> ((DocumentTypeChanged) data).type())
        .containsExactlyInAnyOrder(Optional.of(letter), Optional.of(invoice));
  }

  @Test
  void aType_isGivenByStaffOnly() {
    DocumentPath path = documents.available(open, reader, "a.txt");
    Map<Key, Item> before = firm.table.everything();

    assertFault(
        documents.upload(open, reader, typed(declaration(), invoice)).send(documents.requestUpload),
        "unknown");
    assertFault(
        documents
            .version(path, reader, typed(declaration(), invoice))
            .send(documents.requestVersion),
        "unknown");
    assertThat(giveType(path, reader, invoice).problem()).isEqualTo("permission-required");

    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void aTypeThatTheFirmDoesNotHave_orHasRetired_isGivenToNothing_butStays() {
    DocumentPath path = available(closed, member, invoice);
    String unknown = firm.ids.next();
    firm.retireDocumentTypes();
    Map<Key, Item> before = firm.table.everything();

    for (Object type : List.of(unknown, letter)) {
      assertFault(
          documents
              .upload(closed, member, typed(declaration(), type))
              .send(documents.requestUpload),
          "enum");
      assertFault(
          documents
              .version(path, member, typed(declaration(), type))
              .send(documents.requestVersion),
          "enum");
      assertFault(giveType(path, member, type), "enum");
    }
    assertFault(giveType(path, member, "x"), "format");
    assertThat(giveType(path, member, invoice).status()).isEqualTo(200);
    assertThat(firm.table.everything()).isEqualTo(before);
    assertThat(patch(path, member, "{\"name\": \"b.txt\"}").get("documentType"))
        .isEqualTo(invoice.value());
    assertThat(patch(path, member, "{\"documentType\": null}").has("documentType")).isFalse();
    assertThat(typeOf(path)).isEmpty();
  }

  @Test
  void anotherType_isRecorded_withAnotherNameInOneTransaction() {
    DocumentPath path = available(closed, member, invoice);

    Exchange.Answer answer =
        patch(path, member, "{\"name\": \"b.txt\", \"documentType\": \"" + letter + "\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.get("documentType")).isEqualTo(letter.value());
    assertThat(documents.events())
        .extracting(Event::type)
        .contains("DocumentRenamed", "DocumentTypeChanged");
  }

  @Test
  void anArchivedDocument_getsNoOtherType_unlessItIsRestoredWithIt() {
    DocumentPath path = available(closed, member, invoice);
    patch(path, member, "{\"archived\": true}");

    assertThat(giveType(path, member, letter).problem()).isEqualTo("archived");
    assertThat(
            patch(path, member, "{\"archived\": false, \"documentType\": \"" + letter + "\"}")
                .get("documentType"))
        .isEqualTo(letter.value());
  }

  @Test
  @Tag("BS2")
  @Tag("BX6")
  void whatIsKeptClosed_isUnknownToReaders_andOpensAgainWithThePolicy() {
    DocumentPath path = available(open, publisher, invoice);
    firm.policy(Mode.ALL_BUT, invoice);

    assertThat(documents.get(path, reader).problem()).isEqualTo("not-found");
    assertThat(documents.download(path, reader).problem()).isEqualTo("not-found");
    assertThat(documents.get(path, member).get("shareState")).isEqualTo("none");
    assertThat(documents.download(path, member).status()).isEqualTo(200);

    firm.policy(Mode.ONLY, invoice);

    assertThat(documents.get(path, reader).status()).isEqualTo(200);
    assertThat(documents.get(path, member).get("shareState")).isEqualTo("selected");
  }

  @Test
  @Tag("BS3")
  void withoutThePermission_nobodyOpensADocumentByItsType() {
    DocumentPath path = available(open, publisher, invoice);
    firm.policy(Mode.ALL_BUT, invoice);

    assertThat(giveType(path, member, letter).problem()).isEqualTo("permission-required");
    assertThat(
            documents
                .version(path, member, typed(declaration(), letter))
                .send(documents.requestVersion)
                .problem())
        .isEqualTo("permission-required");
    assertThat(documents.get(path, reader).problem()).isEqualTo("not-found");

    assertThat(giveType(path, publisher, letter).get("shareState")).isEqualTo("selected");
    assertThat(documents.get(path, reader).status()).isEqualTo(200);
  }

  @Test
  void whatAClientUploads_hasNoType_andIsClosedOnceItIsThere_ifThePolicySaysSo() {
    firm.policy(Mode.ALL_BUT, "none");
    DocumentPath path = documents.declare(open, reader, "a.txt", "text/plain", BYTES);

    assertThat(documents.get(path, reader).get("status")).isEqualTo("pending");
    documents.store(path, "text/plain", BYTES);
    assertThat(documents.confirm(path)).isEqualTo(Outcome.AVAILABLE);
    assertThat(documents.get(path, reader).problem()).isEqualTo("not-found");
    assertThat(documents.get(path, member).get("status")).isEqualTo("available");
  }

  @Test
  void aVersion_whoseDocumentIsClosedMeanwhile_doesNotArriveFromAReader() {
    DocumentPath path = documents.available(open, reader, "a.txt");
    int second = documents.declareVersion(path, reader, BYTES);
    documents.store(path, second, "text/plain", BYTES);
    firm.policy(Mode.ALL_BUT, "none");

    assertThat(documents.confirm(path, second)).isEqualTo(Outcome.REJECTED);
    assertThat(documents.resume(path, reader, second).problem()).isEqualTo("not-found");
  }
}
