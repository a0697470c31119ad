package clientportal.access.ids;

/** The id of a staff member: 26 characters, time-ordered. */
public record StaffId(String value) {

  public StaffId {
    IdShape.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
