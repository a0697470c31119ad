package clientportal.notes;

import clientportal.access.events.Actor;
import clientportal.access.keys.TableKeys;
import clientportal.access.keys.TextPath;
import clientportal.access.records.GroupNote;
import clientportal.access.records.Note;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A text of a note or group note with its title: the newest one, or one that a newer one replaced.
 *
 * @param version the number of the text, from 1
 * @param newest whether no other text has replaced it
 * @param by who wrote it
 */
record NoteText(
    TextPath path, int version, boolean newest, String title, String text, Actor by, Instant at) {

  /** Returns the newest text of a note, as readers and staff see it. */
  static NoteText newest(Note note, String text, Actor by, Instant at) {
    return new NoteText(note.path(), note.version(), true, note.name(), text, by, at);
  }

  /** Returns the newest text of a group note. */
  static NoteText newest(GroupNote note, String text, Actor by, Instant at) {
    return new NoteText(note.path(), note.version(), true, note.name(), text, by, at);
  }

  /**
   * Returns the newest text of a note that was read with it.
   *
   * @throws ConflictException if the note was edited between the reads of the two
   */
  static NoteText of(Note note, Items items) {
    return of(note.path(), note.version(), items);
  }

  /** Returns the newest text of a group note like that of a note. */
  static NoteText of(GroupNote note, Items items) {
    return of(note.path(), note.version(), items);
  }

  private static NoteText of(TextPath path, int version, Items items) {
    NoteText text = fromItem(items.require(TableKeys.noteText(path)));
    if (text.version() != version) {
      throw new ConflictException("the note is being edited");
    }
    return text;
  }

  /** Returns the writes that replace this text, and what lists show of it, by an edited one. */
  List<Write> replacedBy(NoteText edited) {
    return List.of(
        Write.create(replaced().toItem()),
        Write.put(edited.toItem()),
        Write.put(Excerpt.of(edited, Optional.of(edited.at())).toItem()));
  }

  /** Returns the text as it is kept when a newer one replaces it. */
  NoteText replaced() {
    return new NoteText(path, version, false, title, text, by, at);
  }

  Key key() {
    return newest ? TableKeys.noteText(path) : TableKeys.earlierNoteText(path, version);
  }

  Item toItem() {
    return Fields.of()
        .with("version", version)
        .with("title", title)
        .with("text", text)
        .with("by", by.toFields())
        .with("at", at)
        .at(key());
  }

  static NoteText fromItem(Item item) {
    Fields fields = item.fields();
    TextPath path = TableKeys.noteOfText(item.key());
    return new NoteText(
        path,
        Math.toIntExact(fields.number("version")),
        item.key().equals(TableKeys.noteText(path)),
        fields.text("title"),
        fields.text("text"),
        Actor.fromFields(fields.map("by")),
        fields.instant("at"));
  }
}
