package clientportal.documents;

import clientportal.access.ids.DocumentTypeId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AnsweredItem;
import clientportal.access.records.DocumentTypeField;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import clientportal.uploads.ContentType;
import clientportal.uploads.Discarded;
import clientportal.uploads.ObjectKey;
import clientportal.uploads.Parts;
import clientportal.uploads.Rejection;
import clientportal.uploads.Wait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 * @param answers the item of an engagement for which it was declared, if it was for one
 */
record Upload(
    DocumentPath path,
    Version version,
    boolean named,
    Optional<DocumentTypeId> type,
    boolean typed,
    Optional<Parts.Summary> inParts,
    Optional<String> scanned,
    Optional<Rejection> rejection,
    Optional<Wait> awaited,
    Optional<AnsweredItem> answers,
    long revision) {

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
      Optional<Parts.Summary> inParts,
      Optional<AnsweredItem> answers) {
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
        answers,
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
        answers,
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
        answers,
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
        answers,
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
        answers,
        revision + 1);
  }

  boolean isOver(Instant now) {
    return awaited.filter(wait -> wait.isOver(now)).isPresent();
  }

  DocumentStatus status() {
    if (rejection.isPresent()) {
      return DocumentStatus.REJECTED;
    }
    return scanned.isPresent() ? DocumentStatus.SCANNING : DocumentStatus.PENDING;
  }

  VersionKey versionKey() {
    return new VersionKey(path, version.number());
  }

  ObjectKey objectKey() {
    return versionKey().object();
  }

  /** Returns the writes that discard the bytes, and end the upload. */
  List<Write> discard(Instant now) {
    List<Write> writes = new ArrayList<>();
    writes.add(new Write.Delete(key(), Condition.revision(revision)));
    inParts.ifPresent(_ -> writes.add(Write.delete(versionKey().parts())));
    Discarded bytes = Discarded.of(objectKey(), inParts.map(Parts.Summary::uploadId), now);
    writes.add(Write.create(bytes.toItem(versionKey().discarded(), versionKey().dueShard())));
    return writes;
  }

  /** Returns the checksum that the stored bytes must have. */
  String checksum() {
    return inParts.map(Parts.Summary::checksum).orElse(version.declared().sha256());
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
            .with("inParts", inParts.map(Parts.Summary::toFields))
            .with("dueShard", awaited.map(_ -> versionKey().dueShard()))
            .with("dueAt", awaited.map(Wait::dueAt))
            .with("endsAt", awaited.map(Wait::endsAt))
            .with(AnsweredItem.ATTRIBUTE, answers.map(AnsweredItem::toFields))
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

  static Upload fromItem(Item item) {
    Fields fields = item.fields();
    return new Upload(
        TableKeys.documentOf(item.key()),
        Version.fromFields(fields),
        fields.flag("named"),
        DocumentTypeField.of(fields),
        fields.flag("typed"),
        fields.optionalMap("inParts").map(Parts.Summary::fromFields),
        fields.optionalText("scanned"),
        fields.optionalMap("rejection").map(Rejection::fromFields),
        fields.optionalInstant("dueAt").map(due -> new Wait(due, fields.instant("endsAt"))),
        AnsweredItem.in(fields),
        fields.number(Item.REVISION));
  }
}
