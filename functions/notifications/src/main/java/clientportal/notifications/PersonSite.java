package clientportal.notifications;

import clientportal.access.Firm;
import clientportal.access.TableKeys;
import clientportal.access.ids.PersonId;
import clientportal.platform.table.Items;

/** Tells to which site of a firm a person's mails lead. */
final class PersonSite {
  private PersonSite() {}

  /**
   * Returns the slug of the site through which the person registered, else of the firm's first.
   *
   * @param items read with {@link TableKeys#personSite}
   */
  static String of(PersonId person, Firm firm, Items items) {
    return items
        .at(TableKeys.personSite(person, firm.id()))
        .map(item -> item.fields().text("site"))
        .orElse(firm.slug());
  }
}
