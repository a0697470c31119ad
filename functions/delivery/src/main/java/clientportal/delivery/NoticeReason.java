package clientportal.delivery;

import clientportal.access.decision.Affiliation;
import clientportal.access.decision.Role;
import clientportal.access.keys.Holder;
import clientportal.access.records.Client;
import java.util.Locale;
import java.util.Optional;

/** Why somebody is notified; the reason must still hold when the mail is sent. */
public enum NoticeReason {
  /** They may open the item. */
  READER,
  /** They uploaded it. */
  UPLOADER,
  /** They are in the client's team. */
  TEAM,
  /** They are an administrator of the firm. */
  ADMINISTRATOR,
  /** A colleague who was notified was absent when it happened, and they stood in. */
  STAND_IN,
  /** They are responsible now for what a colleague was responsible for. */
  SUCCESSOR,
  /** They caused a mail that did not arrive. */
  SENDER;

  /**
   * Tells whether the reason still holds; it does not check that the item is open to the addressee.
   *
   * @param client that the notice is about, if it is about one
   */
  public boolean holds(Holder addressee, Affiliation affiliation, Optional<Client> client) {
    return switch (this) {
      case READER, UPLOADER, STAND_IN, SUCCESSOR, SENDER -> true;
      case TEAM ->
          addressee instanceof Holder.Staff staff
              && client.filter(of -> of.team().contains(staff.staff())).isPresent();
      case ADMINISTRATOR ->
          affiliation.staff().filter(member -> member.role() == Role.ADMINISTRATOR).isPresent();
    };
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static NoticeReason of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
