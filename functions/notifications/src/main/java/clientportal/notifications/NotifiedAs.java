package clientportal.notifications;

import clientportal.access.decision.Affiliation;
import clientportal.access.decision.Role;
import clientportal.access.keys.Holder;
import clientportal.access.records.Client;
import java.util.Locale;
import java.util.Optional;

/** As what somebody is notified, which they must still be when the mail is sent. */
enum NotifiedAs {
  /** As somebody who may open the item. */
  READER,
  /** As the one who uploaded it. */
  UPLOADER,
  /** As a member of the client's team. */
  TEAM,
  /** As an administrator of the firm. */
  ADMINISTRATOR;

  /**
   * Tells whether an addressee is that now; whether the item is open to them is another question.
   *
   * @param client that the notice is about, if it is about one
   */
  boolean holds(Holder addressee, Affiliation affiliation, Optional<Client> client) {
    return switch (this) {
      case READER, UPLOADER -> true;
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

  static NotifiedAs of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
