package clientportal.access.decision;

/** What a grant lets its recipient do; a later one includes those before it. */
public enum AccessLevel {
  VIEW("view"),
  VIEW_UPLOAD("view-upload");

  private final String text;

  AccessLevel(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  public static AccessLevel of(String text) {
    return text.equals(VIEW_UPLOAD.text) ? VIEW_UPLOAD : VIEW;
  }
}
