package clientportal.requests;

import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/** Checklists as staff see them. */
final class ChecklistView {
  private ChecklistView() {}

  /** A checklist as a whole. */
  static JsonObject whole(WholeChecklist whole) {
    return of(whole.checklist())
        .with("items", whole.items().stream().map(ItemTemplateView::of).toList());
  }

  /** A checklist as lists show it. */
  static JsonObject listed(Checklist checklist) {
    return of(checklist).with("itemCount", checklist.itemCount());
  }

  private static JsonObject of(Checklist checklist) {
    return Json.object()
        .with("checklistId", checklist.path().checklist().value())
        .with("name", checklist.name())
        .with("description", checklist.description())
        .with("createdAt", checklist.createdAt())
        .with("archived", checklist.archived());
  }
}
