package clientportal.delivery;

import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.access.records.Firm;
import java.util.Optional;

/**
 * A notice that somebody gets of an event.
 *
 * @param settings of the firm, by which it is sent
 */
public record PlannedNotice(Addressee addressee, Notice notice, Firm.Settings settings) {
  public Holder holder() {
    return addressee.holder();
  }

  boolean isOf(PersonId person) {
    return addressee.person().equals(Optional.of(person));
  }
}
