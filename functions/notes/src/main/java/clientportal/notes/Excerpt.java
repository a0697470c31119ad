package clientportal.notes;

import clientportal.access.keys.NotePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Note;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import java.time.Instant;
import java.util.Optional;

/**
 * The title of a note and the beginning of its text, as they are listed: at most 200 characters.
 */
record Excerpt(NotePath path, String title, String text, Optional<Instant> editedAt) {
  private static final int CHARACTERS = 200;

  static Excerpt of(Note note, String text) {
    int length = Math.min(CHARACTERS, text.codePointCount(0, text.length()));
    return new Excerpt(
        note.path(),
        note.name(),
        text.substring(0, text.offsetByCodePoints(0, length)),
        note.editedAt());
  }

  Item toItem() {
    return Fields.of()
        .with("title", title)
        .with("excerpt", text)
        .with("editedAt", editedAt)
        .at(TableKeys.noteExcerpt(path));
  }

  static Excerpt fromItem(Item item) {
    Fields fields = item.fields();
    return new Excerpt(
        TableKeys.noteOfText(item.key()),
        fields.text("title"),
        fields.text("excerpt"),
        fields.optionalInstant("editedAt"));
  }
}
