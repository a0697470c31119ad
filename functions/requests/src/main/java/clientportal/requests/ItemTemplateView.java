package clientportal.requests;

import clientportal.access.records.ItemTemplate;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** An item that can be asked for as callers see it, with the values that were left out. */
final class ItemTemplateView {
  private ItemTemplateView() {}

  static JsonObject of(ItemTemplate item) {
    return Json.object()
        .with("name", item.name())
        .with("description", item.description())
        .with("kind", item.kind().text())
        .with("required", item.required())
        .with("accepts", unlessEmpty(item.accepts()))
        .with("choices", unlessEmpty(item.choices()))
        .with("perPeriod", item.perPeriod())
        .with("ref", item.ref())
        .with(
            "showIf",
            item.showIf()
                .map(showIf -> Json.object().with("ref", showIf.ref()).with("is", showIf.is())));
  }

  private static Optional<List<String>> unlessEmpty(List<String> texts) {
    return Optional.of(texts).filter(some -> !some.isEmpty());
  }
}
