package clientportal.access.ids;

/** The id of a task: 26 characters, time-ordered. */
public record TaskId(String value) {

  public TaskId {
    IdShape.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
