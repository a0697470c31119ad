package clientportal.notes;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.records.GroupNote;
import clientportal.access.shares.RecipientNames;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/** The shares of a group note with all participants, as staff see them. */
final class GroupSharesView {
  private GroupSharesView() {}

  static JsonObject of(GroupNote note) {
    return Json.object()
        .with("shareState", note.shareState().text())
        .with("recipients", note.opening().map(GroupSharesView::all).stream().toList())
        .with("participants", note.participants());
  }

  private static JsonObject all(GroupNote.Opening opening) {
    return Json.object()
        .with("recipient", Recipient.ALL_AUTHORIZED.text())
        .with("name", RecipientNames.ALL_AUTHORIZED)
        .with("access", AccessLevel.VIEW.text())
        .with("sharedAt", opening.since());
  }
}
