package clientportal.access.ids;

/** The id of a checklist: 26 characters, time-ordered. */
public record ChecklistId(String value) {

  public ChecklistId {
    IdShape.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
