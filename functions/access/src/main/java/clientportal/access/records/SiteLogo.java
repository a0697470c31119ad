package clientportal.access.records;

import clientportal.access.ids.LogoVersion;
import clientportal.platform.table.Fields;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The logo of a site, and the latest one that was declared. There is one place for a declaration:
 * the next one takes it, and the bytes of the one before are never shown. So no older one replaces
 * a newer one, in whichever order bytes arrive.
 *
 * @param current what is shown
 * @param upload the latest declaration, as long as it has not become the logo
 * @param removed what was taken away, as long as its bytes are not deleted
 */
public record SiteLogo(
    Optional<Logo> current, Optional<LogoUpload> upload, List<LogoVersion> removed) {
  /** No logo. */
  public static final SiteLogo NONE = new SiteLogo(Optional.empty(), Optional.empty(), List.of());

  public SiteLogo {
    removed = List.copyOf(removed);
  }

  /** Returns what is awaited or rejected of a version; empty if another one was declared since. */
  public Optional<LogoUpload> upload(LogoVersion version) {
    return upload.filter(latest -> latest.logo().version().equals(version));
  }

  /** Puts another declaration, or what became of it, in the place of the latest. */
  public SiteLogo with(LogoUpload latest) {
    return new SiteLogo(current, Optional.of(latest), removed);
  }

  /**
   * Shows what was found right.
   *
   * @param width in pixels
   * @param height in pixels
   */
  public SiteLogo show(LogoUpload found, int width, int height) {
    Logo logo = found.logo().ofPixels(width, height);
    return new SiteLogo(Optional.of(logo), Optional.empty(), removed);
  }

  /** Takes away what is shown, and what is awaited. */
  public SiteLogo takeAway() {
    return new SiteLogo(
        Optional.empty(),
        Optional.empty(),
        Stream.concat(removed.stream(), current.map(Logo::version).stream()).toList());
  }

  /** Forgets what was taken away, once its bytes are deleted. */
  public SiteLogo forget(List<LogoVersion> deleted) {
    return new SiteLogo(
        current, upload, removed.stream().filter(each -> !deleted.contains(each)).toList());
  }

  Fields toFields() {
    return Fields.of()
        .with("current", current.map(Logo::toFields))
        .with("upload", upload.map(LogoUpload::toFields))
        .withTexts("removed", removed.stream().map(LogoVersion::value).toList())
        .build();
  }

  static SiteLogo fromFields(Fields fields) {
    return new SiteLogo(
        fields.optionalMap("current").map(Logo::fromFields),
        fields.optionalMap("upload").map(LogoUpload::fromFields),
        fields.texts("removed").stream().map(LogoVersion::new).toList());
  }
}
