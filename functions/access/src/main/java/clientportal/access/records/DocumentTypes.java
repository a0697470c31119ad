package clientportal.access.records;

import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.TableKeys;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Optional;

/**
 * The document types of a firm, retired ones at the end.
 *
 * @param revision 0 if none were ever set
 */
public record DocumentTypes(FirmId firm, List<DocumentType> all, long revision) {

  /** How many types a firm may have, with the retired ones. */
  public static final int MOST = 200;

  /**
   * A document type.
   *
   * @param retired whether it can be given to nothing more; what has it keeps it
   */
  public record DocumentType(DocumentTypeId id, String name, boolean retired) {}

  public DocumentTypes {
    all = List.copyOf(all);
  }

  public Optional<DocumentType> find(DocumentTypeId id) {
    return all.stream().filter(type -> type.id().equals(id)).findFirst();
  }

  /** Replaces the types. */
  public DocumentTypes with(List<DocumentType> others) {
    return new DocumentTypes(firm, others, revision + 1);
  }

  /** Updates the stored types, which must be those before. */
  public Write save() {
    return revision == 1 ? Write.create(toItem()) : Write.replace(toItem(), revision - 1);
  }

  /** Returns the key to read for {@link #requireGiven}; none if no type is given. */
  public static List<Key> keys(FirmId firm, Optional<DocumentTypeId> given) {
    return given.map(_ -> TableKeys.documentTypes(firm)).stream().toList();
  }

  /**
   * Requires that the firm has the type that is given to a document or note.
   *
   * @param items read with {@link #keys}
   * @throws ProblemException {@code invalid-request} if it is unknown or retired
   */
  public static void requireGiven(FirmId firm, Optional<DocumentTypeId> given, Items items) {
    DocumentTypes types = of(firm, items);
    boolean can =
        given.stream().allMatch(id -> types.find(id).filter(type -> !type.retired()).isPresent());
    if (!can) {
      throw ProblemException.invalid(
          List.of(
              Fault.at(
                  "/documentType", Fault.Code.ENUM, "must be a document type of the firm in use")));
    }
  }

  /** Returns the types among items that were read with their key. */
  public static DocumentTypes of(FirmId firm, Items items) {
    return items
        .at(TableKeys.documentTypes(firm))
        .map(DocumentTypes::fromItem)
        .orElseGet(() -> new DocumentTypes(firm, List.of(), 0));
  }

  public Item toItem() {
    return Fields.of()
        .withMaps("types", all.stream().map(DocumentTypes::toFields).toList())
        .with(Item.REVISION, revision)
        .at(TableKeys.documentTypes(firm));
  }

  private static Fields toFields(DocumentType type) {
    return Fields.of()
        .with("documentTypeId", type.id().value())
        .with("name", type.name())
        .with("retired", type.retired())
        .build();
  }

  public static DocumentTypes fromItem(Item item) {
    return new DocumentTypes(
        TableKeys.firmOf(item.key()),
        item.fields().maps("types").stream()
            .map(type ->
                new DocumentType(
                    new DocumentTypeId(type.text("documentTypeId")),
                    type.text("name"),
                    type.flag("retired")))
            .toList(),
        item.fields().number(Item.REVISION));
  }
}
