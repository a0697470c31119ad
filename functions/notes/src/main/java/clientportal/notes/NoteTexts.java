package clientportal.notes;

import clientportal.access.keys.TableKeys;
import clientportal.access.keys.TextPath;
import clientportal.access.records.Note;
import clientportal.platform.http.Listed;
import clientportal.platform.http.Paging;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.PageQuery;
import clientportal.platform.table.Position;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The texts of a note or group note, the newest first. */
record NoteTexts(Table table) {
  Listed<NoteText> page(TextPath path, Paging paging) {
    Query texts =
        Query.of(Query.Index.TABLE, TableKeys.noteTexts(path))
            .prefix(TableKeys.NOTE_TEXT_PREFIX)
            .backwards()
            .consistently();
    PageQuery asked = paging.apply(texts);
    return Attempts.read(() -> read(asked));
  }

  private Listed<NoteText> read(PageQuery asked) {
    Page page = table.page(asked);
    List<NoteText> texts = page.items().stream().map(NoteText::fromItem).toList();
    requireWhole(texts, page);
    Optional<Position> next = page.next().map(_ -> after(texts.getLast()));
    return new Listed<>(texts, new Page(List.of(), next));
  }

  /** The newest text moves to the place of an earlier one when the next page is read after that. */
  private static Position after(NoteText text) {
    Key place = text.replaced().key();
    return new Position(place, place.sk());
  }

  /** A query is no snapshot: it can see a new text, and miss the one before in its new place. */
  private static void requireWhole(List<NoteText> texts, Page page) {
    int[] versions = texts.stream().mapToInt(NoteText::version).toArray();
    boolean follows =
        IntStream.range(1, versions.length).allMatch(i -> versions[i] == versions[i - 1] - 1);
    boolean ends =
        page.next().isPresent() || texts.isEmpty() || texts.getLast().version() == Note.FIRST;
    if (!follows || !ends) {
      throw new ConflictException("the note is being edited");
    }
  }
}
