package clientportal.delivery;

import clientportal.platform.json.JsonObject;
import java.util.Locale;

/** Somebody whom a change concerns and who will not be notified of it. */
record Withheld(NamedHolder holder, Reason reason) {

  /** Why somebody is not notified. */
  enum Reason {
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
    return holder.json().with("reason", reason.text());
  }
}
