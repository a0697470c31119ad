package clientportal.notes;

import clientportal.access.keys.TableKeys;
import clientportal.access.keys.TextPath;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import java.time.Instant;
import java.util.Optional;

/**
 * The title of a note and the beginning of its text, as they are listed: at most 200 characters.
 */
record Excerpt(TextPath path, String title, String text, Optional<Instant> editedAt) {
  private static final int CHARACTERS = 200;

  static Excerpt of(NoteText note, Optional<Instant> editedAt) {
    String text = note.text();
    int length = Math.min(CHARACTERS, text.codePointCount(0, text.length()));
    return new Excerpt(
        note.path(), note.title(), text.substring(0, text.offsetByCodePoints(0, length)), editedAt);
  }

  /** Returns the excerpt of a note that was read with it. */
  static Excerpt of(TextPath path, Items items) {
    return fromItem(items.require(TableKeys.noteExcerpt(path)));
  }

  Item toItem() {
    return Fields.of()
        .with("title", title)
        .with("excerpt", text)
        .with("editedAt", editedAt)
        .at(TableKeys.noteExcerpt(path));
  }

  private static Excerpt fromItem(Item item) {
    Fields fields = item.fields();
    return new Excerpt(
        TableKeys.noteOfText(item.key()),
        fields.text("title"),
        fields.text("excerpt"),
        fields.optionalInstant("editedAt"));
  }
}
