package clientportal.access.ids;

/** The id of a document type: 26 characters, time-ordered. */
public record DocumentTypeId(String value) {

  public DocumentTypeId {
    IdShape.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
