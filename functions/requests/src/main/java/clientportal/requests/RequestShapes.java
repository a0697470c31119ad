package clientportal.requests;

import clientportal.access.ids.ChecklistId;
import clientportal.access.ids.ItemId;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;

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

  private RequestShapes() {}
}
