package clientportal.access.ids;

/** The id of a firm: 26 characters, time-ordered. */
public record FirmId(String value) {

  public FirmId {
    IdShape.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
