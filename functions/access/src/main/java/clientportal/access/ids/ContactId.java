package clientportal.access.ids;

/** The id of a contact: 26 characters, time-ordered. */
public record ContactId(String value) {

  public ContactId {
    IdShape.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
