package clientportal.access.ids;

/** The id of a folder: 26 characters, time-ordered. */
public record FolderId(String value) {

  public FolderId {
    IdShape.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
