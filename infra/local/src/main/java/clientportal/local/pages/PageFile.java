package clientportal.local.pages;

/** A file of the pages, with its media type. */
final class PageFile {
  private final String type;
  private final byte[] content;

  PageFile(String type, byte[] content) {
    this.type = type;
    this.content = content;
  }

  String type() {
    return type;
  }

  byte[] content() {
    return content;
  }
}
