package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.UploadRejected;
import clientportal.access.events.RejectionCode;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.platform.Hashes;
import clientportal.platform.http.Exchange;
import clientportal.uploads.Declaration;
import clientportal.uploads.InMemoryFiles;
import clientportal.uploads.Rejection;
import clientportal.uploads.StoredFiles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes that are not as they were declared: of a first version and a later one, whole or in parts.
 */
final class MismatchesTest {
  private static final byte[] SMALL = TestDocuments.ascii("%PDF-1.7 and so on");
  private static final byte[] LARGE = TestDocuments.large();

  enum Arrival {
    FIRST(false, false),
    LATER(true, false),
    FIRST_IN_PARTS(false, true),
    LATER_IN_PARTS(true, true);

    private final boolean later;
    private final boolean inParts;

    Arrival(boolean later, boolean inParts) {
      this.later = later;
      this.inParts = inParts;
    }
  }

  enum Mismatch {
    SIZE(RejectionCode.CONTENT_MISMATCH),
    BYTES(RejectionCode.CONTENT_MISMATCH),
    NO_CHECKSUM(RejectionCode.CONTENT_MISMATCH),
    CHECKSUM_OF_OTHER_PARTS(RejectionCode.CONTENT_MISMATCH),
    UNSIGNED_HEADER(RejectionCode.UNSIGNED_HEADER),
    CONTENT_TYPE(RejectionCode.CONTENT_TYPE_MISMATCH),
    FIRST_BYTES(RejectionCode.CONTENT_TYPE_MISMATCH);

    private final RejectionCode code;

    Mismatch(RejectionCode code) {
      this.code = code;
    }

    private StoredFiles.Stored of(StoredFiles.Stored right) {
      return new StoredFiles.Stored(
          this == SIZE ? right.size() - 1 : right.size(),
          this == CONTENT_TYPE ? "text/html" : right.contentType(),
          switch (this) {
            case NO_CHECKSUM -> Optional.empty();
            case BYTES -> Optional.of(Hashes.sha256("other"));
            case CHECKSUM_OF_OTHER_PARTS -> right.sha256().map(sum -> sum + "-3");
            default -> right.sha256();
          },
          right.eTag(),
          this == UNSIGNED_HEADER ? List.of("Content-Encoding") : List.of());
    }
  }

  private final TestDocuments documents = new TestDocuments();
  private final PersonId reader = documents.firm.link(documents.client);
  private final FolderPath folder =
      documents.firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.CLIENT).path();

  private VersionKey declare(Arrival arrival) {
    String json =
        arrival.inParts
            ? TestDocuments.largeDeclaration(LARGE)
            : TestDocuments.declaration("a.pdf", "application/pdf", SMALL);
    if (arrival.later) {
      DocumentPath path = documents.available(folder, reader, "a.txt");
      documents.version(path, reader, json).send(documents.requestVersion);
      return new VersionKey(path, 2);
    }
    Exchange.Answer answer = documents.upload(folder, reader, json).send(documents.requestUpload);
    return new VersionKey(
        new DocumentPath(folder, new DocumentId((String) answer.get("documentId"))), 1);
  }

  private Upload upload(VersionKey key) {
    return Upload.fromItem(documents.firm.table.require(Upload.key(key.document(), key.version())));
  }

  /** What S3 says about the bytes that were declared. */
  private StoredFiles.Stored right(VersionKey key) {
    Upload upload = upload(key);
    Declaration declared = upload.version().declared();
    return new StoredFiles.Stored(
        declared.size(),
        declared.contentType().text(),
        Optional.of(upload.checksum()),
        InMemoryFiles.E_TAG,
        List.of());
  }

  private ConfirmUpload.Outcome confirm(VersionKey key) {
    return documents.confirm(key.document(), key.version());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsAsDeclared_isAvailable(Arrival arrival) {
    VersionKey key = declare(arrival);
    documents.files.put(key.object(), right(key), arrival.inParts ? LARGE : SMALL);

    assertThat(confirm(key)).isEqualTo(ConfirmUpload.Outcome.AVAILABLE);
  }

  private static Stream<Arguments> all() {
    return Stream.of(Arrival.values())
        .flatMap(arrival ->
            Stream.of(Mismatch.values()).map(mismatch -> Arguments.of(arrival, mismatch)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsNot_isRejectedForThat_andWhatWasThereStays(Arrival arrival, Mismatch mismatch) {
    VersionKey key = declare(arrival);
    byte[] bytes = arrival.inParts ? LARGE : SMALL;
    documents.files.put(
        key.object(),
        mismatch.of(right(key)),
        mismatch == Mismatch.FIRST_BYTES ? TestDocuments.ascii("#!/bin/sh") : bytes);

    assertThat(confirm(key)).isEqualTo(ConfirmUpload.Outcome.REJECTED);

    assertThat(upload(key).rejection().map(Rejection::code)).contains(mismatch.code);
    assertThat(documents.events())
        .extracting(Event::data)
        .filteredOn(UploadRejected.class::isInstance)
        .extracting(
            data -> ((UploadRejected) data).reason(), data -> ((UploadRejected) data).version())
        .containsExactly(tuple(mismatch.code, key.version()));
    Exchange.Answer document = documents.get(key.document(), reader);
    assertThat(document.get("status")).isEqualTo(arrival.later ? "available" : "rejected");
    if (arrival.later) {
      assertThat(document.get("version")).isEqualTo(1L);
      assertThat(document.get("name")).isEqualTo("a.txt");
    }
  }
}
