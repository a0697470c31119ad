package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.uploads.StoredFiles;
import java.util.List;

/** Everything anew for each point at which a function may end. */
final class UploadWorld {
  static final String DOCUMENT = "DOC#";
  static final String UPLOAD = "UPLOAD#";
  static final byte[] BYTES = TestDocuments.large();
  static final String IN_PARTS = TestDocuments.largeDeclaration(BYTES);
  static final byte[] SMALL = TestDocuments.ascii("some text");

  final TestDocuments documents = new TestDocuments();
  final TestFirm firm = documents.firm;
  final PersonId reader = firm.link(documents.client);
  final FolderPath folder =
      firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.CLIENT).path();

  List<Item> items(String prefix) {
    return firm.table.everything().values().stream()
        .filter(item -> item.key().sk().startsWith(prefix))
        .toList();
  }

  Exchange declaration(String json) {
    return documents.upload(folder, reader, json).header("idempotency-key", "k");
  }

  DocumentPath declare(String json) {
    return path(declaration(json).send(documents.requestUpload));
  }

  DocumentPath path(Exchange.Answer answer) {
    assertThat(answer.status()).isEqualTo(201);
    return new DocumentPath(folder, new DocumentId((String) answer.get("documentId")));
  }

  void putBoth() {
    String id = documents.parts.open().getFirst();
    documents.parts.put(id, 1, TestDocuments.part(BYTES, 1));
    documents.parts.put(id, 2, TestDocuments.part(BYTES, 2));
  }

  ConfirmUpload confirm(CallSchedule crashes) {
    return new ConfirmUpload(
        crashes.around(firm.table),
        crashes.around(StoredFiles.class, documents.files),
        TestDocuments.BUCKET,
        false,
        firm.ids,
        firm.clock);
  }

  void assertToldOnce(DocumentPath path) {
    assertThat(documents.get(path, reader).get("status")).isEqualTo("available");
    assertThat(items(DOCUMENT)).hasSize(1);
    assertThat(items(UPLOAD)).isEmpty();
    assertThat(documents.events()).hasSize(1);
    assertThat(documents.events().getFirst().audience()).hasSize(1);
  }

  static String declaration() {
    return TestDocuments.declaration("a.txt", "text/plain", SMALL);
  }
}
