package clientportal.access.ids;

/** The id of a portal: 26 characters, time-ordered. */
public record PortalId(String value) {

  public PortalId {
    IdShape.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
