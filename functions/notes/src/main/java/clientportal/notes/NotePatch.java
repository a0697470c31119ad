package clientportal.notes;

import clientportal.access.Shapes;
import clientportal.access.ids.DocumentTypeId;
import clientportal.platform.http.Change;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import java.util.Optional;

/**
 * The body of {@code updateNote} and {@code updateGroupNote}: what is absent stays, and null takes
 * the type away.
 */
record NotePatch(
    Optional<String> title,
    Optional<String> text,
    Change<DocumentTypeId> documentType,
    Optional<Boolean> archived) {

  static NotePatch read(Input input) {
    Field<Optional<String>> title = input.optional("title", Shape.name(120));
    Field<Optional<String>> text = input.optional("text", Shape.lines(NewNote.LONGEST_TEXT));
    Field<Change<DocumentTypeId>> type = input.removable("documentType", Shapes.DOCUMENT_TYPE_ID);
    Field<Optional<Boolean>> archived = input.optional("archived", Shape.flag());
    return input.build(() -> new NotePatch(title.get(), text.get(), type.get(), archived.get()));
  }

  /** Returns the patch that archives. */
  static NotePatch archive() {
    return new NotePatch(
        Optional.empty(), Optional.empty(), new Change.Kept<>(), Optional.of(true));
  }

  /** Returns the type that the patch names. */
  Optional<DocumentTypeId> given() {
    return documentType.applyTo(Optional.empty());
  }

  /** Tells whether the title or the text becomes another one. */
  boolean edits(NoteText before) {
    return title.filter(other -> !other.equals(before.title())).isPresent()
        || text.filter(other -> !other.equals(before.text())).isPresent();
  }

  /**
   * Requires that what is archived, and stays so, is not edited.
   *
   * @throws ProblemException {@code archived}
   */
  void requireEditable(boolean isArchived) {
    if (isArchived && archived.orElse(true)) {
      throw new ProblemException(ProblemType.ARCHIVED, "Take the note out of the archive first.");
    }
  }
}
