package clientportal.documents;

import clientportal.access.ids.DocumentTypeId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.DocumentTypeField;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A version from its declaration until it is available; a rejected version stays an upload.
 *
 * @param named whether a name was declared; otherwise it gets the name that the document has when
 *     the bytes arrive
 * @param type that staff gave it, or else the one of the document at its declaration
 * @param typed whether the version was declared with the type; otherwise the document keeps its own
 * @param inParts the parts, if it is uploaded in parts
 * @param scanned the ETag of the verified bytes, once the result of their malware scan is awaited
 * @param rejection the reason, if it is rejected
 * @param awaited how long bytes or result are awaited; empty if the upload was rejected
 */
record Upload(
    DocumentPath path,
    Version version,
    boolean named,
    Optional<DocumentTypeId> type,
    boolean typed,
    Optional<InParts> inParts,
    Optional<String> scanned,
    Optional<Rejection> rejection,
    Optional<Wait> awaited,
    long revision) {

  /**
   * A multi-part upload of S3.
   *
   * @param checksum the SHA-256 of the parts' hashes, a hyphen and their number, as S3 stores it
   *     for the object
   */
  record InParts(String uploadId, long partSize, String checksum) {}

  /**
   * When to look for bytes that have not been confirmed, or for the result of their scan.
   *
   * @param dueAt when to look next
   * @param endsAt when the upload is deleted if the bytes are missing, or rejected if the result is
   */
  record Wait(Instant dueAt, Instant endsAt) {
    /** A little longer than URLs are valid. */
    private static final Duration FIRST_LOOK = Duration.ofMinutes(20);

    private static final Duration NEXT_LOOK = Duration.ofHours(1);

    /** How long bytes are awaited after URLs were last handed out. */
    static final Duration LAST_LOOK = Duration.ofDays(1);

    /** The bucket deletes incomplete parts after this time, even if more arrive meanwhile. */
    static final Duration LONGEST = Duration.ofDays(7);

    /** Longer than the timeout of the function that looks. */
    static final Duration LEASE = Duration.ofMinutes(5);

    /** Starts the wait when URLs are handed out. */
    static Wait from(Instant declaredAt, Instant now) {
      Instant end = now.plus(LAST_LOOK);
      Instant longest = declaredAt.plus(LONGEST);
      return new Wait(now.plus(FIRST_LOOK), end.isAfter(longest) ? longest : end);
    }

    /** Starts the wait for the result of a scan, which may be long for a large file. */
    static Wait scan(Instant now) {
      return new Wait(now.plus(FIRST_LOOK), now.plus(LAST_LOOK));
    }

    /** Returns the wait with the next look for the result of a scan. */
    Wait again(Instant now) {
      Instant next = now.plus(NEXT_LOOK);
      return new Wait(next.isAfter(endsAt) ? endsAt : next, endsAt);
    }

    Wait leased(Instant now) {
      return new Wait(now.plus(LEASE), endsAt);
    }

    Wait lastLook() {
      return new Wait(endsAt, endsAt);
    }
  }

  /**
   * Declares a version of a new document, or of one that has a type.
   *
   * @param before the type of the document
   */
  static Upload declare(
      DocumentPath path,
      Version version,
      NewVersion body,
      Optional<DocumentTypeId> before,
      Optional<InParts> inParts) {
    Instant now = version.createdAt();
    return new Upload(
        path,
        version,
        body.name().isPresent(),
        body.documentType().or(() -> before),
        body.documentType().isPresent(),
        inParts,
        Optional.empty(),
        Optional.empty(),
        Optional.of(Wait.from(now, now)),
        1);
  }

  /** Rejects the bytes and ends the wait. */
  Upload reject(Rejection found) {
    if (rejection.isPresent()) {
      throw new IllegalStateException("an upload is settled once");
    }
    return new Upload(
        path,
        version,
        named,
        type,
        typed,
        inParts,
        scanned,
        Optional.of(found),
        Optional.empty(),
        revision + 1);
  }

  /** Returns the upload with the type that its first bytes are of; nothing is written for that. */
  Upload detected(Optional<ContentType> first) {
    return new Upload(
        path,
        version.detected(first),
        named,
        type,
        typed,
        inParts,
        scanned,
        rejection,
        awaited,
        revision);
  }

  /** Ends the wait for bytes, which are verified, and starts that for the result of their scan. */
  Upload verified(String eTag, Instant now) {
    return new Upload(
        path,
        version,
        named,
        type,
        typed,
        inParts,
        Optional.of(eTag),
        Optional.empty(),
        Optional.of(Wait.scan(now)),
        revision + 1);
  }

  /** Starts the wait again: new URLs are handed out. */
  Upload resume(Instant now) {
    return until(Wait.from(version.createdAt(), now));
  }

  Upload until(Wait other) {
    return new Upload(
        path,
        version,
        named,
        type,
        typed,
        inParts,
        scanned,
        rejection,
        Optional.of(other),
        revision + 1);
  }

  boolean isOver(Instant now) {
    return awaited.filter(until -> !now.isBefore(until.endsAt())).isPresent();
  }

  DocumentStatus status() {
    if (rejection.isPresent()) {
      return DocumentStatus.REJECTED;
    }
    return scanned.isPresent() ? DocumentStatus.SCANNING : DocumentStatus.PENDING;
  }

  ObjectKey objectKey() {
    return new ObjectKey(path, version.number());
  }

  /** Returns the checksum that the stored bytes must have. */
  String checksum() {
    return inParts.map(InParts::checksum).orElse(version.declared().sha256());
  }

  Key key() {
    return key(path, version.number());
  }

  static Key key(DocumentPath path, int version) {
    return TableKeys.upload(path.folder(), path.document(), version);
  }

  Item toItem() {
    Fields.Builder fields =
        Fields.of()
            .withAll(version.toFields())
            .with(DocumentTypeField.ATTRIBUTE, type.map(DocumentTypeId::value))
            .with("status", status().text())
            .with("scanned", scanned)
            .with("rejection", rejection.map(Rejection::toFields))
            .with("inParts", inParts.map(Upload::toFields))
            .with(
                "dueShard",
                awaited.map(_ -> TableKeys.shard(TableKeys.UPLOAD_SHARDS, path.document())))
            .with("dueAt", awaited.map(Wait::dueAt))
            .with("endsAt", awaited.map(Wait::endsAt))
            .with("namesPartition", TableKeys.uploadsOf(path.folder(), version.declaredBy()))
            .with("namesSort", TableKeys.uploadSort(path.document(), version.number()))
            .with(Item.REVISION, revision);
    if (named) {
      fields.with("named", true);
    }
    if (typed) {
      fields.with("typed", true);
    }
    return fields.at(key());
  }

  private static Fields toFields(InParts inParts) {
    return Fields.of()
        .with("uploadId", inParts.uploadId())
        .with("partSize", inParts.partSize())
        .with("checksum", inParts.checksum())
        .build();
  }

  static Upload fromItem(Item item) {
    Fields fields = item.fields();
    return new Upload(
        TableKeys.documentOf(item.key()),
        Version.fromFields(fields),
        fields.flag("named"),
        DocumentTypeField.of(fields),
        fields.flag("typed"),
        fields
            .optionalMap("inParts")
            .map(parts ->
                new InParts(
                    parts.text("uploadId"), parts.number("partSize"), parts.text("checksum"))),
        fields.optionalText("scanned"),
        fields.optionalMap("rejection").map(Rejection::fromFields),
        fields.optionalInstant("dueAt").map(due -> new Wait(due, fields.instant("endsAt"))),
        fields.number(Item.REVISION));
  }
}
