package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Actor;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.DocumentAdded;
import clientportal.access.events.EventData.DocumentUploaded;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.EventData.NamedFolder;
import clientportal.access.events.EventData.UploadRejected;
import clientportal.access.events.RejectionCode;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.records.Folder;
import clientportal.documents.ConfirmUpload.Outcome;
import clientportal.platform.CallSchedule;
import clientportal.platform.Hashes;
import clientportal.platform.json.JsonReader;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import clientportal.uploads.InMemoryFiles;
import clientportal.uploads.ObjectEvent;
import clientportal.uploads.Rejection;
import clientportal.uploads.StoredFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConfirmUploadTest {
  private static final byte[] PDF = TestDocuments.ascii("%PDF-1.7 and so on");

  private final TestDocuments documents = new TestDocuments();
  private final TestFirm firm = documents.firm;
  private final PersonId reader = firm.link(documents.client);
  private final Folder folder =
      firm.folder(
          documents.client, AccessLevel.VIEW_UPLOAD, Recipient.CLIENT, Recipient.ALL_AUTHORIZED);

  private DocumentPath declare(PersonId caller) {
    return documents.declare(folder.path(), caller, "a.pdf", "application/pdf", PDF);
  }

  private Document found(Key key) {
    return Document.fromItem(firm.table.read(List.of(key)).at(key).orElseThrow());
  }

  private Upload upload(DocumentPath path) {
    Key key = Upload.key(path, 1);
    return Upload.fromItem(firm.table.read(List.of(key)).at(key).orElseThrow());
  }

  private boolean isThere(Key key) {
    return firm.table.read(List.of(key)).at(key).isPresent();
  }

  @Test
  void aClientsUpload_becomesAvailable_andTheTeamIsTold() {
    DocumentPath path = declare(reader);
    documents.store(path, "application/pdf", PDF);

    assertThat(documents.confirm(path)).isEqualTo(Outcome.AVAILABLE);

    Document document = found(Document.key(path));
    assertThat(document.createdAt()).isEqualTo(TestFirm.NOW);
    assertThat(isThere(Upload.key(path, 1))).isFalse();
    assertThat(documents.files.calls).containsExactly("head", "range");
    Event event = documents.events().getFirst();
    assertThat(documents.events()).hasSize(1);
    assertThat(event.audience()).containsExactly(documents.teamMember.value());
    assertThat(event.actor().name()).isEqualTo("Carla Client");
    assertThat(event.data())
        .isEqualTo(
            new DocumentUploaded(
                new NamedDocument(
                    new NamedFolder(path.folder(), "Taxes 2025"), path.document(), "a.pdf"),
                1,
                Optional.empty(),
                List.of(documents.teamMember)));
  }

  @Test
  void staffsDocument_isToldToThoseToWhomTheFolderIsOpenThen() {
    DocumentPath path = declare(firm.staff(Role.STAFF, true));
    documents.store(path, "application/pdf", PDF);
    Grants changed =
        new Grants(
            List.of(
                new Grant(
                    Recipient.CLIENT, AccessLevel.VIEW, TestFirm.NOW, Optional.of(TestFirm.NOW)),
                new Grant(
                    Recipient.ALL_AUTHORIZED, AccessLevel.VIEW, TestFirm.NOW, Optional.empty())));
    documents.write(Write.replace(folder.withGrants(changed).toItem(), 1));

    assertThat(documents.confirm(path)).isEqualTo(Outcome.AVAILABLE);

    Event event = documents.events().getFirst();
    assertThat(event.data()).isInstanceOf(DocumentAdded.class);
    assertThat(event.audience()).containsExactly("all-authorized");
  }

  @Test
  void bytesOtherThanDeclared_areRejected_andTheUploaderAndTheTeamAreTold() {
    byte[] other = TestDocuments.ascii("%PDF-1.7 and so no");
    String sha256 = Hashes.sha256(PDF);
    Map<String, StoredFiles.Stored> mismatches =
        Map.of(
            "size",
                new StoredFiles.Stored(
                    1, "application/pdf", Optional.of(sha256), InMemoryFiles.E_TAG, List.of()),
            "bytes", TestDocuments.stored("application/pdf", other),
            "no checksum",
                new StoredFiles.Stored(
                    PDF.length,
                    "application/pdf",
                    Optional.empty(),
                    InMemoryFiles.E_TAG,
                    List.of()));
    mismatches.forEach((what, stored) -> {
      DocumentPath path = declare(reader);
      documents.files.put(new VersionKey(path, 1).object(), stored, PDF);

      assertThat(documents.confirm(path)).as(what).isEqualTo(Outcome.REJECTED);

      Upload document = upload(path);
      assertThat(document.status()).isEqualTo(DocumentStatus.REJECTED);
      assertThat(document.rejection().orElseThrow().code())
          .isEqualTo(RejectionCode.CONTENT_MISMATCH);
      assertThat(isThere(Document.key(path))).isFalse();
    });
    assertThat(documents.files.calls).containsOnly("head");
    assertThat(documents.events())
        .hasSize(3)
        .allSatisfy(event -> {
          assertThat(event.actor()).isEqualTo(Actor.PORTAL);
          assertThat(event.data())
              .isInstanceOfSatisfying(
                  UploadRejected.class,
                  rejected -> {
                    assertThat(rejected.reason()).isEqualTo(RejectionCode.CONTENT_MISMATCH);
                    assertThat(rejected.version()).isEqualTo(1);
                    assertThat(rejected.document().name()).isEqualTo("a.pdf");
                    assertThat(rejected.uploadedBy().person()).contains(reader);
                    assertThat(rejected.audience()).containsExactly(documents.teamMember);
                  });
        });
  }

  @Test
  void aHeaderThatWasNotSigned_isRejected_andNamed() {
    DocumentPath path = declare(reader);
    documents.files.put(
        new VersionKey(path, 1).object(),
        new StoredFiles.Stored(
            PDF.length,
            "application/pdf",
            Optional.of(Hashes.sha256(PDF)),
            InMemoryFiles.E_TAG,
            List.of("Content-Encoding", "Content-Language")),
        PDF);

    assertThat(documents.confirm(path)).isEqualTo(Outcome.REJECTED);

    assertThat(upload(path).rejection())
        .contains(
            new Rejection(
                RejectionCode.UNSIGNED_HEADER,
                "The file was sent with headers that it may not have: Content-Encoding,"
                    + " Content-Language."));
    assertThat(documents.files.calls).containsExactly("head");
  }

  @Test
  void anotherTypeOrFirstBytesThatContradictIt_areRejected() {
    DocumentPath typed = declare(reader);
    documents.store(typed, "text/html", PDF);
    DocumentPath program =
        documents.declare(
            folder.path(), reader, "b", "text/plain", TestDocuments.ascii("#!/bin/sh"));
    documents.store(program, "text/plain", TestDocuments.ascii("#!/bin/sh"));

    assertThat(documents.confirm(typed)).isEqualTo(Outcome.REJECTED);
    assertThat(documents.confirm(program)).isEqualTo(Outcome.REJECTED);

    assertThat(upload(typed).rejection().orElseThrow().code())
        .isEqualTo(RejectionCode.CONTENT_TYPE_MISMATCH);
    assertThat(upload(program).rejection())
        .contains(
            new Rejection(
                RejectionCode.CONTENT_TYPE_MISMATCH, "The first bytes are those of a program."));
  }

  @Test
  void anEmptyFile_isNotReadAtAll() {
    DocumentPath path =
        documents.declare(folder.path(), reader, "e", "text/plain; charset=UTF-8", new byte[0]);
    documents.store(path, "text/plain;charset=utf-8", new byte[0]);

    assertThat(documents.confirm(path)).isEqualTo(Outcome.AVAILABLE);
    assertThat(documents.files.calls).containsExactly("head");
  }

  @Test
  void whatComesTwiceLateOrFromElsewhere_changesNothing() {
    DocumentPath available = documents.available(folder.path(), reader, "a");
    DocumentPath rejected = documents.rejected(folder.path(), reader);
    DocumentPath pending = declare(reader);
    documents.files.calls.clear();
    DocumentPath unknown = new DocumentPath(folder.path(), new DocumentId(firm.ids.next()));
    Map<Key, Item> before = firm.table.everything();

    assertThat(documents.confirm(available)).isEqualTo(Outcome.SETTLED_BEFORE);
    assertThat(documents.confirm(rejected)).isEqualTo(Outcome.SETTLED_BEFORE);
    assertThat(documents.confirm(unknown)).isEqualTo(Outcome.NOT_DECLARED);
    assertThat(documents.files.calls).isEmpty();
    assertThat(documents.confirm(pending)).isEqualTo(Outcome.GONE);
    for (ObjectEvent foreign :
        List.of(
            new ObjectEvent.ObjectCreated(
                "another", new VersionKey(pending, 1).object().toString()),
            new ObjectEvent.ObjectCreated(TestDocuments.BUCKET, "firms/x/y"),
            ObjectEvent.read(JsonReader.read("{\"detail\": []}")))) {
      assertThat(documents.confirmUpload.handle(foreign)).isEqualTo(Outcome.FOREIGN);
    }
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void twoAtTheSameMoment_settleItOnce() {
    DocumentPath path = declare(reader);
    documents.store(path, "application/pdf", PDF);
    Table table =
        new CallSchedule().beforeFirstWrite(() -> documents.confirm(path)).around(firm.table);
    ConfirmUpload late =
        new ConfirmUpload(
            table, documents.files, TestDocuments.BUCKET, false, firm.ids, firm.clock);

    assertThat(
            late.handle(
                new ObjectEvent.ObjectCreated(
                    TestDocuments.BUCKET, new VersionKey(path, 1).object().toString())))
        .isEqualTo(Outcome.SETTLED_BEFORE);
    assertThat(documents.events()).hasSize(1);
    assertThatThrownBy(
            () -> firm.table.write(List.of(Write.create(found(Document.key(path)).toItem()))))
        .isInstanceOf(ConflictException.class);
  }
}
