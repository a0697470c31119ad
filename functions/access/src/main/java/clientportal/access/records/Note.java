package clientportal.access.records;

import clientportal.access.decision.Grants;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.NamedNote;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.NoteId;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.Optional;

/**
 * A note about a client. Its text is kept apart: this item is in indexes, where no text belongs.
 *
 * @param name the title
 * @param version the number of the newest text, from 1
 * @param by who wrote it
 * @param editedAt when the title or the text was last changed
 */
public record Note(
    NotePath path,
    String name,
    int version,
    Actor by,
    Instant createdAt,
    Optional<Instant> editedAt,
    boolean archived,
    Optional<DocumentTypeId> documentType,
    Grants grants,
    long revision)
    implements Shareable, NoteHeader {

  /** The number of the text with which a note begins. */
  public static final int FIRST = 1;

  /** Creates a note that is open to nobody. */
  public static Note create(
      NotePath path, String title, Optional<DocumentTypeId> type, Actor by, Instant now) {
    return new Note(path, title, FIRST, by, now, Optional.empty(), false, type, Grants.NONE, 1);
  }

  @Override
  public NoteId id() {
    return path.note();
  }

  /** Returns the note as events name it. */
  public NamedNote named() {
    return new NamedNote(path, name);
  }

  /** Gives the note another title or text. */
  public Note edited(String title, Instant now) {
    return new Note(
        path,
        title,
        version + 1,
        by,
        createdAt,
        Optional.of(now),
        archived,
        documentType,
        grants,
        revision + 1);
  }

  /** Moves the note into the archive or out of it. */
  public Note withArchived(boolean isArchived) {
    return with(isArchived, documentType, grants);
  }

  /** Gives the note another type, or none. */
  public Note withDocumentType(Optional<DocumentTypeId> other) {
    return with(archived, other, grants);
  }

  @Override
  public Note withGrants(Grants others) {
    return with(archived, documentType, others);
  }

  private Note with(boolean isArchived, Optional<DocumentTypeId> type, Grants others) {
    return new Note(
        path, name, version, by, createdAt, editedAt, isArchived, type, others, revision + 1);
  }

  /**
   * Requires that the note is not archived, so that it may be shared.
   *
   * @throws ProblemException {@code archived}
   */
  public void requireLive() {
    if (archived) {
      throw new ProblemException(ProblemType.ARCHIVED, "Take the note out of the archive first.");
    }
  }

  @Override
  public Write saveGrants() {
    return Write.replace(toItem(), revision - 1);
  }

  public Item toItem() {
    String sort = TableKeys.timeSort(createdAt, id().value());
    return Fields.of()
        .with("name", name)
        .with("version", version)
        .with("by", by.toFields())
        .with("createdAt", createdAt)
        .with("editedAt", editedAt)
        .with("archived", archived)
        .with(DocumentTypeField.ATTRIBUTE, documentType.map(DocumentTypeId::value))
        .withMaps(GrantFields.ATTRIBUTE, GrantFields.toFields(grants))
        .with(Item.REVISION, revision)
        .with("namesPartition", TableKeys.notes(path.client(), archived))
        .with("namesSort", sort)
        .with("activityPartition", TableKeys.activity(path.client()))
        .with("activitySort", sort)
        .at(TableKeys.note(path));
  }

  public static Note fromItem(Item item) {
    Fields fields = item.fields();
    return new Note(
        TableKeys.noteOf(item.key()),
        fields.text("name"),
        Math.toIntExact(fields.number("version")),
        Actor.fromFields(fields.map("by")),
        fields.instant("createdAt"),
        fields.optionalInstant("editedAt"),
        fields.flag("archived"),
        DocumentTypeField.of(fields),
        GrantFields.of(fields),
        fields.number(Item.REVISION));
  }
}
