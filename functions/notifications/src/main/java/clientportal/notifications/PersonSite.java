package clientportal.notifications;

import clientportal.access.ids.FirmId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Items;
import java.util.Optional;

/** Tells to which site of a firm a person's mails lead. */
final class PersonSite {
  private PersonSite() {}

  /**
   * Returns the slug of the site through which the person registered, if that was so.
   *
   * @param items read with {@link TableKeys#personSite}
   */
  static Optional<String> of(PersonId person, FirmId firm, Items items) {
    return items.at(TableKeys.personSite(person, firm)).map(item -> item.fields().text("site"));
  }
}
