package clientportal.firms;

import clientportal.access.records.Client;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/** A hand-over as administrators see it. */
final class HandOverView {
  private HandOverView() {}

  static JsonObject of(GetHandOver.Preview preview) {
    return Json.object()
        .with(
            "clients",
            Json.object()
                .with("count", preview.clients())
                .with("more", preview.more())
                .with("first", preview.named().stream().map(HandOverView::client).toList()))
        .with("handOver", preview.progress().map(HandOverView::of));
  }

  private static JsonObject client(Client client) {
    return Json.object().with("clientId", client.id().value()).with("name", client.name());
  }

  static JsonObject of(HandOverProgress progress) {
    return Json.object()
        .with("to", progress.to().value())
        .with("status", progress.status().text())
        .with("passedOn", progress.passedOn())
        .with("startedAt", progress.startedAt())
        .with("endedAt", progress.endedAt());
  }
}
