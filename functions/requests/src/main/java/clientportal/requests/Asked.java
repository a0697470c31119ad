package clientportal.requests;

import clientportal.access.decision.Recipient;
import clientportal.access.records.RequestItem;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.util.List;

/**
 * What was asked for, and who is not notified of it because they have no account or because its
 * invitation did not arrive.
 */
record Asked(List<RequestItem> items, List<NotNotified> notNotified) {
  /** A recipient who is not notified. */
  record NotNotified(Recipient.Party recipient, String reason) {
    JsonObject json() {
      return Json.object().with("recipient", recipient.text()).with("reason", reason);
    }
  }

  JsonObject json() {
    return Json.object()
        .with("items", items.stream().map(ItemView::ofStaff).toList())
        .with("notNotified", notNotified.stream().map(NotNotified::json).toList());
  }
}
