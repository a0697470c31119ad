package clientportal.sites;

import clientportal.access.ids.FirmId;
import clientportal.access.ids.LogoVersion;
import clientportal.access.keys.LogoPath;
import clientportal.access.keys.SitePath;
import clientportal.uploads.ObjectKey;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key of a logo's bytes in the bucket. */
record LogoKey(SitePath site, LogoVersion version) {
  private static final Pattern FORM = Pattern.compile("sites/([^/]+)/([^/]+)/([^/]+)");

  /** Reads the key of an object; empty if it is not one of a logo. */
  static Optional<LogoKey> parse(String object) {
    Matcher parts = FORM.matcher(object);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LogoKey(
              new SitePath(new FirmId(parts.group(1)), parts.group(2)),
              new LogoVersion(parts.group(3))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  ObjectKey object() {
    return new ObjectKey("sites/%s/%s/%s".formatted(site.firm(), site.slug(), version));
  }

  /** Returns the path at which everybody gets it. */
  LogoPath path() {
    return new LogoPath(site.slug(), version);
  }
}
