package clientportal.delivery;

import clientportal.access.decision.Recipient;
import clientportal.access.keys.Holder;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/**
 * An account holder as a preview names them.
 *
 * @param created whether the change would create them: they have no id yet
 */
record NamedHolder(Holder holder, String name, boolean created) {
  JsonObject json() {
    JsonObject json = Json.object();
    if (!created) {
      if (holder instanceof Holder.Staff staff) {
        json.with("staffId", staff.staff().value());
      }
      json.with("recipient", holder.recipient().map(Recipient::text));
    }
    return json.with("name", name);
  }
}
