package clientportal.access.ids;

/** The id of a comment of a task: 26 characters, time-ordered. */
public record CommentId(String value) {

  public CommentId {
    IdShape.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
