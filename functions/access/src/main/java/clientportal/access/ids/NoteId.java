package clientportal.access.ids;

/** The id of a note: 26 characters, time-ordered. */
public record NoteId(String value) {

  public NoteId {
    IdShape.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
