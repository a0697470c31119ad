package clientportal.delivery;

import clientportal.access.decision.Recipient;
import clientportal.access.keys.Holder;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.util.Locale;

/** Somebody whom a change concerns and who will not be notified of it. */
public record Withheld(Holder holder, String name, Reason reason) {

  /** Why somebody is not notified. */
  public enum Reason {
    /** They have no account, or it was revoked. */
    NO_ACCOUNT,
    /** Their invitation did not arrive. */
    BOUNCED,
    /** It was open to them before. */
    ALREADY_OPEN,
    /** They make the change. */
    YOURSELF,
    /** The same person is notified as another account holder. */
    SAME_PERSON,
    /** The firm sends no mail about it, and they have not signed in yet. */
    PORTAL_ONLY,
    /** Their access ends before the mail would be sent, and they have not signed in yet. */
    EXPIRES;

    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  JsonObject json() {
    return named(holder, name).with("reason", reason.text());
  }

  /** Names an account holder as a preview does. */
  static JsonObject named(Holder holder, String name) {
    return (holder instanceof Holder.Staff staff
            ? Json.object().with("staffId", staff.staff().value())
            : Json.object().with("recipient", holder.recipient().map(Recipient::text)))
        .with("name", name);
  }
}
