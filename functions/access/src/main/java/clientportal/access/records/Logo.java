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
 */
public record Logo(LogoVersion version, LogoType type, long size, String origin) {

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
        .build();
  }

  static Logo fromFields(Fields fields) {
    return new Logo(
        new LogoVersion(fields.text("version")),
        LogoType.of(fields.text("type")),
        fields.number("size"),
        fields.text("origin"));
  }
}
