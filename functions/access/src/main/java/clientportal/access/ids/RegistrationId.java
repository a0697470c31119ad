package clientportal.access.ids;

/** The id of a registration: 26 characters, time-ordered. */
public record RegistrationId(String value) {

  public RegistrationId {
    IdShape.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
