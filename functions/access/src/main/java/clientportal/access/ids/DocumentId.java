package clientportal.access.ids;

/** The id of a document: 26 characters, time-ordered. */
public record DocumentId(String value) {

  public DocumentId {
    IdShape.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
