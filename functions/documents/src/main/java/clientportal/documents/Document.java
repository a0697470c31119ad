package clientportal.documents;

import clientportal.access.Actor;
import clientportal.access.DocumentPath;
import clientportal.access.FolderPath;
import clientportal.access.GrantFields;
import clientportal.access.TableKeys;
import clientportal.access.decision.Grants;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.PersonId;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.time.Instant;
import java.util.Optional;

/**
 * A document, from its declaration on. Until it is available its item stands apart from those that
 * are, so that no list of documents ever meets it.
 *
 * @param rejection why, if it is rejected
 * @param uploadedBy who declared it
 * @param createdAt when it was declared
 * @param archived whether it is archived; only what is available can be
 * @param grants the document's own, besides those of its folder
 */
record Document(
    DocumentPath path,
    int version,
    Declaration declared,
    DocumentStatus status,
    Optional<Rejection> rejection,
    Actor uploadedBy,
    Instant createdAt,
    boolean archived,
    Grants grants,
    long revision) {

  /** The version that a declaration is of. */
  static final int FIRST = 1;

  static Document declare(DocumentPath path, Declaration declared, Actor by, Instant now) {
    return new Document(
        path,
        FIRST,
        declared,
        DocumentStatus.PENDING,
        Optional.empty(),
        by,
        now,
        false,
        Grants.NONE,
        1);
  }

  /** Ends the wait: rejected if something was found against the stored bytes, else available. */
  Document settle(Optional<Rejection> found) {
    if (status != DocumentStatus.PENDING) {
      throw new IllegalStateException("a document is settled once");
    }
    return new Document(
        path,
        version,
        declared,
        found.isPresent() ? DocumentStatus.REJECTED : DocumentStatus.AVAILABLE,
        found,
        uploadedBy,
        createdAt,
        archived,
        grants,
        revision + 1);
  }

  /** Calls the document so, and puts it into the archive or takes it out. */
  Document withDetails(String called, boolean isArchived) {
    return new Document(
        path,
        version,
        declared.named(called),
        status,
        rejection,
        uploadedBy,
        createdAt,
        isArchived,
        grants,
        revision + 1);
  }

  DocumentId id() {
    return path.document();
  }

  ObjectKey objectKey() {
    return new ObjectKey(path, version);
  }

  PersonId declaredBy() {
    return uploadedBy
        .person()
        .orElseThrow(() -> new IllegalStateException("only people declare documents"));
  }

  static Key availableKey(DocumentPath path) {
    return TableKeys.document(path.folder(), path.document());
  }

  static Key archivedKey(DocumentPath path) {
    return TableKeys.archivedDocument(path.folder(), path.document());
  }

  static Key unavailableKey(DocumentPath path) {
    return TableKeys.upload(path.folder(), path.document(), FIRST);
  }

  Key key() {
    if (status != DocumentStatus.AVAILABLE) {
      return unavailableKey(path);
    }
    return archived ? archivedKey(path) : availableKey(path);
  }

  Item toItem() {
    return Fields.of()
        .with("version", version)
        .with("name", declared.name())
        .with("size", declared.size())
        .with("contentType", declared.contentType().text())
        .with("sha256", declared.sha256())
        .with("status", status.text())
        .with("rejection", rejection.map(Rejection::toFields))
        .with("uploadedBy", uploadedBy.toFields())
        .with("createdAt", createdAt)
        .withMaps(GrantFields.ATTRIBUTE, GrantFields.toFields(grants))
        .with(Item.REVISION, revision)
        .at(key());
  }

  static Document fromItem(FolderPath folder, Item item) {
    Fields fields = item.fields();
    return new Document(
        new DocumentPath(folder, new DocumentId(item.key().sk().split("#", 3)[1])),
        Math.toIntExact(fields.number("version")),
        new Declaration(
            fields.text("name"),
            fields.number("size"),
            new ContentType(fields.text("contentType")),
            fields.text("sha256")),
        DocumentStatus.of(fields.text("status")),
        fields.optionalMap("rejection").map(Rejection::fromFields),
        Actor.fromFields(fields.map("uploadedBy")),
        fields.instant("createdAt"),
        item.key().sk().startsWith(TableKeys.ARCHIVED_PREFIX),
        GrantFields.of(fields),
        fields.number(Item.REVISION));
  }
}
