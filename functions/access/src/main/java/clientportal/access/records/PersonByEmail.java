package clientportal.access.records;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Items;
import java.util.Optional;

/** Finds the person with an email address, across firms. */
public final class PersonByEmail {
  /** The attribute of the address's item that names the person. */
  public static final String PERSON_ID = "personId";

  private PersonByEmail() {}

  /**
   * Returns the person with an address, if there is one.
   *
   * @param items must have been read with the key {@link TableKeys#email}
   */
  public static Optional<PersonId> of(EmailAddress email, Items items) {
    return items
        .at(TableKeys.email(email))
        .flatMap(item -> item.fields().optionalText(PERSON_ID))
        .map(PersonId::new);
  }
}
