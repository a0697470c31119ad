package clientportal.exports;

import clientportal.access.events.Actor;
import clientportal.access.records.By;
import clientportal.access.records.Engagement;
import clientportal.access.records.ItemFile;
import clientportal.access.records.ItemState;
import clientportal.access.records.RequestItem;
import clientportal.access.records.RequestItem.Answer;
import clientportal.access.records.RequestItem.Review;
import clientportal.access.records.RequestItem.Wanted;
import clientportal.exports.Export.ExportedFile;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.time.LocalDate;
import java.util.Optional;

/** An export as JSON. It can be read without anything else: all ids have their names. */
final class ExportView {
  private ExportView() {}

  static JsonObject of(Export export) {
    Engagement engagement = export.engagement();
    return Json.object()
        .with("exportedAt", export.at())
        .with("firmId", export.firm().id().value())
        .with("firmName", export.firm().name())
        .with("clientId", export.names().client().id().value())
        .with("clientName", export.names().client().name())
        .with("engagementId", engagement.id().value())
        .with("name", engagement.name())
        .with("status", engagement.status().text())
        .with("dueOn", engagement.dueOn().map(LocalDate::toString))
        .with("created", of(new By(engagement.createdBy(), engagement.createdAt())))
        .with("ended", engagement.ended().map(ExportView::of))
        .with("items", export.items().stream().map(item -> of(item, export)).toList());
  }

  private static JsonObject of(RequestItem item, Export export) {
    Wanted wanted = item.wanted();
    ItemState state = item.state();
    return Json.object()
        .with("itemId", item.id().value())
        .with("name", wanted.name())
        .with("description", wanted.description())
        .with("kind", wanted.kind().text())
        .with("required", wanted.required())
        .with("choices", Optional.of(wanted.choices()).filter(choices -> !choices.isEmpty()))
        .with("period", wanted.period())
        .with("assignee", item.assignee().text())
        .with("assigneeName", export.assignee(item))
        .with("dueOn", item.dueOn().map(LocalDate::toString))
        .with("status", item.status().text())
        .with("hidden", state.hidden())
        .with("round", state.round())
        .with("askedAt", state.askedAt())
        .with("submitted", state.submitted().map(ExportView::of))
        .with(
            "notApplicable",
            state
                .notApplicable()
                .map(said ->
                    of(said.by())
                        .with("reason", said.reason())
                        .with("confirmed", said.confirmed())))
        .with("answers", item.answers().stream().map(ExportView::of).toList())
        .with("reviews", item.reviews().stream().map(ExportView::of).toList())
        .with("files", export.filesOf(item.id()).stream().map(file -> of(file, item)).toList());
  }

  private static JsonObject of(By by) {
    return Json.object().with("by", of(by.actor())).with("at", by.at());
  }

  private static JsonObject of(Actor actor) {
    return Json.object().with("name", actor.name()).with("as", actor.as().text());
  }

  private static JsonObject of(Answer answer) {
    return of(answer.by()).with("round", answer.round()).with("answer", answer.text());
  }

  private static JsonObject of(Review review) {
    return of(review.by())
        .with("round", review.round())
        .with("verdict", review.verdict().text())
        .with("code", review.code().map(Review.Code::text))
        .with("reason", review.reason());
  }

  private static JsonObject of(ExportedFile exported, RequestItem item) {
    ItemFile file = exported.file();
    return Json.object()
        .with("documentId", file.document().document().value())
        .with("name", exported.document().shared().name())
        .with("size", exported.document().size())
        .with("sha256", exported.document().sha256())
        .with("uploadedBy", of(file.by().actor()))
        .with("at", file.by().at())
        .with("round", file.round())
        .with("verdict", file.verdict(item).text())
        .with("late", file.late());
  }
}
