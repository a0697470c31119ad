package clientportal.documents;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.EventData.NamedFolder;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AnsweredItem;
import clientportal.access.records.Details;
import clientportal.access.records.DocumentTypeField;
import clientportal.access.records.FeedRow;
import clientportal.access.records.GrantFields;
import clientportal.access.records.SharedDocument;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import clientportal.uploads.ObjectKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An available document with its current version. Replaced versions have items of their own, and so
 * have uploads, so that no list of documents contains them.
 *
 * @param versions the last version number that was assigned; the bytes of newer versions may never
 *     arrive
 * @param createdAt when it was first declared
 * @param archived whether it is archived
 * @param type given by staff
 * @param grants the document's own, besides those of its folder
 * @param answers the item of an engagement that it answers, if it does
 */
record Document(
    DocumentPath path,
    Version current,
    int versions,
    Instant createdAt,
    boolean archived,
    Optional<DocumentTypeId> type,
    Grants grants,
    Optional<AnsweredItem> answers,
    long revision) {

  private static final String VERSIONS = "versions";

  /** Creates the document when its first version has arrived. */
  static Document first(Upload upload) {
    Version version = upload.version();
    return new Document(
        upload.path(),
        version,
        version.number(),
        version.createdAt(),
        false,
        upload.type(),
        Grants.NONE,
        Optional.empty(),
        upload.revision() + 1);
  }

  /** Opens a new document, which answers an item, to the item's assignee. */
  Document answering(AnsweredItem item, Instant now) {
    return new Document(
        path,
        current,
        versions,
        createdAt,
        archived,
        type,
        new Grants(List.of(new Grant(item.assignee(), AccessLevel.VIEW, now, Optional.empty()))),
        Optional.of(item),
        revision);
  }

  /** Assigns the next version its number. */
  Document withNextVersion() {
    return new Document(
        path, current, versions + 1, createdAt, archived, type, grants, answers, revision + 1);
  }

  /** Makes a newer version the current one, and gives the document its type. */
  Document replacedBy(Version newer, Optional<DocumentTypeId> newType) {
    return new Document(
        path, newer, versions, createdAt, archived, newType, grants, answers, revision + 1);
  }

  /** Renames the document, archives or restores it, and gives it a type. */
  Document withDetails(Details details, Optional<DocumentTypeId> newType) {
    return new Document(
        path,
        current.named(details.name()),
        versions,
        createdAt,
        details.archived(),
        newType,
        grants,
        answers,
        revision + 1);
  }

  DocumentId id() {
    return path.document();
  }

  Details details() {
    return new Details(name(), archived);
  }

  String name() {
    return current.declared().name();
  }

  ObjectKey objectKey() {
    return new VersionKey(path, current.number()).object();
  }

  /** Returns the document as it is shared. */
  SharedDocument shared() {
    return new SharedDocument(key(), path, name(), createdAt, archived, type, grants, revision);
  }

  /** Returns the item of the current version once a newer one has replaced it. */
  Item replacedItem() {
    return replacedItem(path, current);
  }

  /** Returns the item of a version that a newer one has replaced. */
  static Item replacedItem(DocumentPath path, Version version) {
    return Fields.of()
        .withAll(version.toFields())
        .at(TableKeys.version(path.folder(), path.document(), version.number()));
  }

  /** Returns the writes that replace this document by what it becomes, in the feeds too. */
  List<Write> change(Document after) {
    List<Write> writes = new ArrayList<>();
    if (after.key().equals(key())) {
      writes.add(Write.replace(after.toItem(), revision));
    } else {
      writes.add(new Write.Delete(key(), Condition.revision(revision)));
      writes.add(Write.create(after.toItem()));
    }
    writes.addAll(FeedRow.changes(shared(), after.shared()));
    return writes;
  }

  NamedDocument named(NamedFolder folder) {
    return new NamedDocument(folder, id(), name());
  }

  /** Returns the key of a document that is not archived. */
  static Key key(DocumentPath path) {
    return TableKeys.document(path.folder(), path.document());
  }

  /** Returns the key of an archived document. */
  static Key archivedKey(DocumentPath path) {
    return TableKeys.archivedDocument(path.folder(), path.document());
  }

  Key key() {
    return archived ? archivedKey(path) : key(path);
  }

  Item toItem() {
    return Fields.of()
        .withAll(current.toFields())
        .with(VERSIONS, versions)
        .with(
            SharedDocument.FIRST_CREATED_AT,
            Optional.of(createdAt).filter(first -> !first.equals(current.createdAt())))
        .with(DocumentTypeField.ATTRIBUTE, type.map(DocumentTypeId::value))
        .withMaps(GrantFields.ATTRIBUTE, GrantFields.toFields(grants))
        .with(AnsweredItem.ATTRIBUTE, answers.map(AnsweredItem::toFields))
        .with(Item.REVISION, revision)
        .with("activityPartition", TableKeys.activity(path.folder().client()))
        .with("activitySort", TableKeys.timeSort(current.createdAt(), id().value()))
        .at(key());
  }

  static Document fromItem(Item item) {
    Fields fields = item.fields();
    Version current = Version.fromFields(fields);
    return new Document(
        TableKeys.documentOf(item.key()),
        current,
        Math.toIntExact(fields.number(VERSIONS, current.number())),
        fields.optionalInstant(SharedDocument.FIRST_CREATED_AT).orElse(current.createdAt()),
        TableKeys.isArchivedDocument(item.key()),
        DocumentTypeField.of(fields),
        GrantFields.of(fields),
        AnsweredItem.in(fields),
        fields.number(Item.REVISION));
  }
}
