package clientportal.documents;

import clientportal.access.DetailsPatch;
import clientportal.access.Shapes;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.records.Details;
import clientportal.platform.http.Change;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import java.util.Optional;

/** The body of {@code updateDocument}: what is absent stays, and null takes the type away. */
record DocumentPatch(DetailsPatch details, Change<DocumentTypeId> documentType) {

  static DocumentPatch read(Input input) {
    Field<Optional<String>> name = input.optional("name", NewVersion::name);
    Field<Optional<Boolean>> archived = input.optional("archived", Shape.flag());
    Field<Change<DocumentTypeId>> type = input.removable("documentType", Shapes.DOCUMENT_TYPE_ID);
    return input.build(
        () -> new DocumentPatch(new DetailsPatch(name.get(), archived.get()), type.get()));
  }

  /** Returns the type that the patch names. */
  Optional<DocumentTypeId> given() {
    return documentType.applyTo(Optional.empty());
  }

  /**
   * Returns the document with the changes, or the same if there are none.
   *
   * @throws ProblemException {@code archived} if it is archived, and stays so, and anything else is
   *     to change
   */
  Document applyTo(Document before) {
    Details changed = details.apply(before.details());
    Optional<DocumentTypeId> type = documentType.applyTo(before.type());
    if (changed.equals(before.details()) && type.equals(before.type())) {
      return before;
    }
    if (before.archived() && changed.archived()) {
      throw new ProblemException(ProblemType.ARCHIVED, "Take it out of the archive first.");
    }
    return before.withDetails(changed, type);
  }
}
