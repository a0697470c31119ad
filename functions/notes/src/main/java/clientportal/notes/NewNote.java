package clientportal.notes;

import clientportal.access.Shapes;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.shares.NewShares;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import java.time.Instant;
import java.util.Optional;

/** The body of {@code createNote}. */
record NewNote(String title, String text, Optional<DocumentTypeId> documentType, NewShares shares) {
  /** The most characters of a text. */
  static final int LONGEST_TEXT = 10_000;

  static NewNote read(Input input, Instant now) {
    Field<String> title = input.required("title", Shape.name(120));
    Field<String> text = input.required("text", Shape.lines(LONGEST_TEXT));
    Field<Optional<DocumentTypeId>> type = input.optional("documentType", Shapes.DOCUMENT_TYPE_ID);
    Field<Optional<NewShares>> shares =
        input.optionalObject("shares", set -> NewShares.read(set, NewShares.Levels.VIEW_ONLY, now));
    return input.build(() ->
        new NewNote(title.get(), text.get(), type.get(), shares.get().orElse(NewShares.NONE)));
  }

  boolean isShared() {
    return !shares.recipients().isEmpty();
  }
}
