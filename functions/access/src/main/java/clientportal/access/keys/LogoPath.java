package clientportal.access.keys;

import clientportal.access.ids.LogoVersion;
import clientportal.platform.http.Request;

/** The path of a site's logo, for everybody: {@code /v1/sites/{slug}/logo/{version}}. */
public record LogoPath(String slug, LogoVersion version) {

  public static LogoPath of(Request request) {
    return new LogoPath(Slug.of(request), FirmPath.id(request, "version", LogoVersion::new));
  }

  @Override
  public String toString() {
    return "/v1/sites/" + slug + "/logo/" + version;
  }
}
