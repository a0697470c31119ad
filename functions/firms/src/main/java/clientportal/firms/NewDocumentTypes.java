package clientportal.firms;

import clientportal.access.Shapes;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.records.DocumentTypes;
import clientportal.access.records.DocumentTypes.DocumentType;
import clientportal.platform.Ids;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The body of {@code setDocumentTypes}: all types that are in use from then on. */
record NewDocumentTypes(List<NewDocumentType> types) {

  /** A type of the firm by its id, perhaps with another name, or one by its name alone. */
  record NewDocumentType(Optional<DocumentTypeId> id, String name) {}

  static NewDocumentTypes read(Input input) {
    Set<DocumentTypeId> ids = new HashSet<>();
    Set<String> names = new HashSet<>();
    Field<List<NewDocumentType>> types =
        input.objects("documentTypes", DocumentTypes.MOST, type -> read(type, ids, names));
    return input.build(() -> new NewDocumentTypes(types.get()));
  }

  private static NewDocumentType read(Input input, Set<DocumentTypeId> ids, Set<String> names) {
    Field<Optional<DocumentTypeId>> id = input.optional("documentTypeId", Shapes.DOCUMENT_TYPE_ID);
    Field<String> name = input.required("name", Shape.name(80));
    if (!id.isFaulty() && !id.get().map(ids::add).orElse(true)) {
      input.fault("documentTypeId", Fault.Code.DUPLICATE, "is named before");
    }
    if (!name.isFaulty() && !names.add(name.get())) {
      input.fault("name", Fault.Code.DUPLICATE, "is the name of another type");
    }
    return input.build(() -> new NewDocumentType(id.get(), name.get()));
  }

  /**
   * Returns the types after this change. A type without an id is the one with that name, if it is
   * not named by its id; so a repeated request creates nothing twice. What is left out is retired.
   *
   * @throws ProblemException {@code invalid-request} if an id is unknown, {@code limit-reached}
   */
  List<DocumentType> after(DocumentTypes before, Ids newIds) {
    requireKnown(before);
    Set<DocumentTypeId> used = new HashSet<>();
    types.forEach(type -> type.id().ifPresent(used::add));
    List<DocumentType> after = new ArrayList<>();
    for (NewDocumentType type : types) {
      DocumentTypeId id =
          type.id()
              .or(() -> withName(type.name(), before, used))
              .orElseGet(() -> new DocumentTypeId(newIds.next()));
      used.add(id);
      after.add(new DocumentType(id, type.name(), false));
    }
    before.all().stream()
        .filter(type -> !used.contains(type.id()))
        .map(type -> new DocumentType(type.id(), type.name(), true))
        .forEach(after::add);
    if (after.size() > DocumentTypes.MOST) {
      throw new ProblemException(
          ProblemType.LIMIT_REACHED,
          "A firm has at most %d document types, with those that are retired."
              .formatted(DocumentTypes.MOST));
    }
    return after;
  }

  private static Optional<DocumentTypeId> withName(
      String name, DocumentTypes before, Set<DocumentTypeId> used) {
    return before.all().stream()
        .filter(type -> type.name().equals(name) && !used.contains(type.id()))
        .map(DocumentType::id)
        .findFirst();
  }

  private void requireKnown(DocumentTypes before) {
    List<Fault> faults =
        Stream.iterate(0, i -> i < types.size(), i -> i + 1)
            .filter(i -> types.get(i).id().filter(id -> before.find(id).isEmpty()).isPresent())
            .map(i ->
                Fault.at(
                    "/documentTypes/" + i + "/documentTypeId",
                    Fault.Code.ENUM,
                    "must be a document type of the firm"))
            .toList();
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
  }
}
