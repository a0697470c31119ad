package clientportal.access.keys;

import clientportal.access.ids.FirmId;
import clientportal.platform.http.Request;

/** The path of a site of a firm: {@code …/sites/{slug}}. */
public record SitePath(FirmId firm, String slug) {

  public static SitePath of(Request request) {
    return new SitePath(FirmPath.of(request).firm(), Slug.of(request));
  }

  @Override
  public String toString() {
    return new FirmPath(firm) + "/sites/" + slug;
  }
}
