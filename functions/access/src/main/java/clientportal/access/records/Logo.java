package clientportal.access.records;

import clientportal.access.ids.LogoType;
import clientportal.access.ids.LogoVersion;
import clientportal.access.keys.LogoPath;
import clientportal.platform.table.Fields;

/**
 * A picture that stands for a firm on a site's pages and in mails.
 *
 * @param type that its bytes were found to have
 * @param size in bytes
 * @param origin scheme and host by which the API was called when it was declared; a mail, which no
 *     request causes, finds it there
 * @param width in pixels; 0 while its bytes are awaited
 * @param height in pixels; 0 while its bytes are awaited
 */
public record Logo(
    LogoVersion version, LogoType type, long size, String origin, int width, int height) {

  /** A logo that is declared. */
  public Logo(LogoVersion version, LogoType type, long size, String origin) {
    this(version, type, size, origin, 0, 0);
  }

  /** Returns the logo as its bytes were found to be. */
  Logo ofPixels(int wide, int high) {
    return new Logo(version, type, size, origin, wide, high);
  }

  /** Returns where anybody gets it. */
  public String url(String slug) {
    return url(slug, origin);
  }

  /**
   * Returns where anybody gets it.
   *
   * @param origin scheme and host by which the API is called now
   */
  public String url(String slug, String origin) {
    return origin + new LogoPath(slug, version);
  }

  Fields toFields() {
    return Fields.of()
        .with("version", version.value())
        .with("type", type.mediaType())
        .with("size", size)
        .with("origin", origin)
        .with("width", width)
        .with("height", height)
        .build();
  }

  static Logo fromFields(Fields fields) {
    return new Logo(
        new LogoVersion(fields.text("version")),
        LogoType.of(fields.text("type")),
        fields.number("size"),
        fields.text("origin"),
        Math.toIntExact(fields.number("width")),
        Math.toIntExact(fields.number("height")));
  }
}
