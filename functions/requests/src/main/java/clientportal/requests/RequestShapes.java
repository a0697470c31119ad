package clientportal.requests;

import clientportal.access.ids.ChecklistId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.ItemId;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.util.function.Function;

/** Shapes of values in the bodies of requests. */
final class RequestShapes {
  /** The id of an item. */
  static final Shape<ItemId> ITEM_ID =
      json ->
          ItemId.parse(Shape.string(json))
              .orElseThrow(
                  () -> new Shape.Mismatch(Fault.Code.FORMAT, "must be the id of an item"));

  /** The id of a checklist. */
  static final Shape<ChecklistId> CHECKLIST_ID =
      json -> {
        try {
          return new ChecklistId(Shape.string(json));
        } catch (IllegalArgumentException _) {
          throw new Shape.Mismatch(Fault.Code.FORMAT, "must be the id of a checklist");
        }
      };

  /** The id of a folder. */
  static final Shape<FolderId> FOLDER_ID = id(FolderId::new, "a folder");

  /** The id of a document. */
  static final Shape<DocumentId> DOCUMENT_ID = id(DocumentId::new, "a document");

  private static <T> Shape<T> id(Function<String, T> read, String what) {
    return json -> {
      try {
        return read.apply(Shape.string(json));
      } catch (IllegalArgumentException _) {
        throw new Shape.Mismatch(Fault.Code.FORMAT, "must be the id of " + what);
      }
    };
  }

  private RequestShapes() {}
}
