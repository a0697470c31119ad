package clientportal.access.records;

import clientportal.access.decision.ShareState;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.NamedGroupNote;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.NoteId;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import java.time.Instant;
import java.util.Optional;

/**
 * A group note: one text about several clients of a firm. Its text and its participants are kept
 * apart; to open it to all of them is one write of this item.
 *
 * @param name the title
 * @param version the number of the newest text, from 1
 * @param by who wrote it
 * @param editedAt when the title or the text was last changed
 * @param opening how it is open to all participants; empty if it is not
 * @param participants their number
 * @param chosen the number of participants who have grants of their own; one whose grants have all
 *     expired counts until they are set anew
 * @param edition the number of the title, type, archive and opening that participants see, from 1:
 *     a participant that was read with another edition may be of another moment
 */
public record GroupNote(
    GroupNotePath path,
    String name,
    int version,
    Actor by,
    Instant createdAt,
    Optional<Instant> editedAt,
    boolean archived,
    Optional<DocumentTypeId> documentType,
    Optional<Opening> opening,
    int participants,
    int chosen,
    long edition,
    long revision)
    implements NoteHeader {

  /** The most participants of a group note. */
  public static final int MOST_PARTICIPANTS = 500;

  /** Since when a group note is open to all participants, and who opened it. */
  public record Opening(Instant since, Actor by) {
    private Fields toFields() {
      return Fields.of().with("since", since).with("by", by.toFields()).build();
    }

    private static Opening fromFields(Fields fields) {
      return new Opening(fields.instant("since"), Actor.fromFields(fields.map("by")));
    }
  }

  /** Creates a group note that is open to nobody. */
  public static GroupNote create(
      GroupNotePath path,
      String title,
      Optional<DocumentTypeId> type,
      Actor by,
      Instant now,
      int participants) {
    return new GroupNote(
        path,
        title,
        Note.FIRST,
        by,
        now,
        Optional.empty(),
        false,
        type,
        Optional.empty(),
        participants,
        0,
        1,
        1);
  }

  @Override
  public NoteId id() {
    return path.note();
  }

  /** Returns the group note as events name it. */
  public NamedGroupNote named() {
    return new NamedGroupNote(path, name);
  }

  /** Tells whether it is open to somebody, through any of its participants. */
  public boolean isOpen() {
    return opening.isPresent() || chosen > 0;
  }

  /** Returns the share state as a whole. */
  public ShareState shareState() {
    if (opening.isPresent()) {
      return ShareState.ALL_AUTHORIZED;
    }
    return chosen > 0 ? ShareState.SELECTED : ShareState.NONE;
  }

  /** Gives it another title or text. */
  public GroupNote edited(String title, Instant now) {
    long next = title.equals(name) ? edition : edition + 1;
    return new GroupNote(
        path,
        title,
        version + 1,
        by,
        createdAt,
        Optional.of(now),
        archived,
        documentType,
        opening,
        participants,
        chosen,
        next,
        revision + 1);
  }

  /** Moves it into the archive or out of it. */
  public GroupNote withArchived(boolean isArchived) {
    return with(isArchived, documentType, opening, participants, chosen, edition + 1);
  }

  /** Gives it another type, or none. */
  public GroupNote withDocumentType(Optional<DocumentTypeId> other) {
    return with(archived, other, opening, participants, chosen, edition + 1);
  }

  /** Opens it to all participants. */
  public GroupNote opened(Actor actor, Instant now) {
    return with(
        archived,
        documentType,
        Optional.of(new Opening(now, actor)),
        participants,
        chosen,
        edition + 1);
  }

  /** Closes it to all but the participants' own recipients. */
  public GroupNote closed() {
    return with(archived, documentType, Optional.empty(), participants, chosen, edition + 1);
  }

  /** Gives it other numbers of participants, and of those who have grants of their own. */
  public GroupNote withParticipants(int number, int withGrants) {
    return with(archived, documentType, opening, number, withGrants, edition);
  }

  private GroupNote with(
      boolean isArchived,
      Optional<DocumentTypeId> type,
      Optional<Opening> open,
      int number,
      int withGrants,
      long next) {
    return new GroupNote(
        path,
        name,
        version,
        by,
        createdAt,
        editedAt,
        isArchived,
        type,
        open,
        number,
        withGrants,
        next,
        revision + 1);
  }

  /**
   * Requires that it is not archived, so that it may be shared and its participants changed.
   *
   * @throws ProblemException {@code archived}
   */
  public void requireLive() {
    if (archived) {
      throw new ProblemException(ProblemType.ARCHIVED, "Take the note out of the archive first.");
    }
  }

  public Item toItem() {
    return Fields.of()
        .with("name", name)
        .with("version", version)
        .with("by", by.toFields())
        .with("createdAt", createdAt)
        .with("editedAt", editedAt)
        .with("archived", archived)
        .with(DocumentTypeField.ATTRIBUTE, documentType.map(DocumentTypeId::value))
        .with("opening", opening.map(Opening::toFields))
        .with("participants", participants)
        .with("chosen", chosen)
        .with("edition", edition)
        .with(Item.REVISION, revision)
        .with("namesPartition", TableKeys.groupNotes(path.firm(), archived))
        .with("namesSort", TableKeys.timeSort(createdAt, id().value()))
        .at(TableKeys.groupNote(path));
  }

  public static GroupNote fromItem(Item item) {
    Fields fields = item.fields();
    return new GroupNote(
        TableKeys.groupNoteOf(item.key()),
        fields.text("name"),
        Math.toIntExact(fields.number("version")),
        Actor.fromFields(fields.map("by")),
        fields.instant("createdAt"),
        fields.optionalInstant("editedAt"),
        fields.flag("archived"),
        DocumentTypeField.of(fields),
        fields.optionalMap("opening").map(Opening::fromFields),
        Math.toIntExact(fields.number("participants")),
        Math.toIntExact(fields.number("chosen")),
        fields.number("edition"),
        fields.number(Item.REVISION));
  }
}
