package clientportal.access.ids;

import clientportal.platform.Ids;
import java.util.Optional;

/** The id of a contact: 26 characters, time-ordered. */
public record ContactId(String value) {

  public ContactId {
    IdShape.require(value);
  }

  /** Reads an id; empty if the text does not have the shape of one. */
  public static Optional<ContactId> parse(String text) {
    return Ids.isId(text) ? Optional.of(new ContactId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
