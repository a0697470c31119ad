package clientportal.access.ids;

/** The id of an event: 26 characters, time-ordered. */
public record EventId(String value) {

  public EventId {
    IdShape.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
