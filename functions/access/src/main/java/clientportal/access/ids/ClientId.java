package clientportal.access.ids;

/** The id of a client: 26 characters, time-ordered. */
public record ClientId(String value) {

  public ClientId {
    IdShape.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
