package clientportal.requests;

import clientportal.access.records.By;
import clientportal.access.records.ItemState;
import clientportal.access.records.RequestItem;
import clientportal.access.records.RequestItem.Answer;
import clientportal.access.records.RequestItem.LastTime;
import clientportal.access.records.RequestItem.Review;
import clientportal.access.records.RequestItem.Wanted;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is asked for in an engagement, as callers see it. */
final class ItemView {
  private ItemView() {}

  /** An item as staff see it, with what depends on it, what was said, and by whom. */
  static JsonObject ofStaff(RequestItem item) {
    return of(item)
        .with("hidden", item.state().hidden())
        .with("lastTime", item.lastTime().map(ItemView::of));
  }

  /** An item as those see it who are asked for it. */
  static JsonObject ofReader(RequestItem item) {
    return of(item);
  }

  private static JsonObject of(RequestItem item) {
    Wanted wanted = item.wanted();
    ItemState state = item.state();
    return Json.object()
        .with("itemId", item.id().value())
        .with("name", wanted.name())
        .with("description", wanted.description())
        .with("kind", wanted.kind().text())
        .with("required", wanted.required())
        .with("accepts", unlessEmpty(wanted.accepts()))
        .with("choices", unlessEmpty(wanted.choices()))
        .with("period", wanted.period())
        .with(
            "showIf",
            wanted
                .showIf()
                .map(showIf ->
                    Json.object().with("itemId", showIf.item().value()).with("is", showIf.is())))
        .with("assignee", item.assignee().text())
        .with("dueOn", item.dueOn().map(LocalDate::toString))
        .with("status", item.status().text())
        .with("round", state.round())
        .with("started", state.isStarted())
        .with("askedAt", state.askedAt())
        .with("submitted", state.submitted().map(ItemView::of))
        .with("notApplicable", state.notApplicable().map(ItemView::of))
        .with("answer", item.answer().map(Answer::text))
        .with("answers", unlessEmpty(item.answers().stream().map(ItemView::of).toList()))
        .with("reviews", unlessEmpty(item.reviews().stream().map(ItemView::of).toList()));
  }

  private static <T> Optional<List<T>> unlessEmpty(List<T> all) {
    return Optional.of(all).filter(some -> !some.isEmpty());
  }

  private static JsonObject of(By by) {
    return Json.object()
        .with(
            "by", Json.object().with("name", by.actor().name()).with("as", by.actor().as().text()))
        .with("at", by.at());
  }

  private static JsonObject of(ItemState.NotApplicable said) {
    return of(said.by()).with("reason", said.reason()).with("confirmed", said.confirmed());
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

  private static JsonObject of(LastTime last) {
    return Json.object()
        .with("itemId", last.item().value())
        .with("status", last.status().text())
        .with("reason", last.reason());
  }
}
