package clientportal.sites;

import clientportal.access.records.Logo;
import clientportal.access.records.LogoFault;
import clientportal.access.records.LogoUpload;
import clientportal.access.records.Site;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.uploads.Wait;
import java.time.Instant;
import java.util.Optional;

/** The logo of a site, and what became of the latest upload, as administrators see them. */
final class LogoView {
  /** The status of a logo whose bytes are awaited. */
  static final String PENDING = "pending";

  private LogoView() {}

  static JsonObject of(Site site, String origin, Instant now) {
    return Json.object()
        .with("current", site.logo().current().map(logo -> current(site, logo, origin)))
        .with("upload", site.logo().upload().map(upload -> upload(upload, now)));
  }

  private static JsonObject current(Site site, Logo logo, String origin) {
    return Json.object()
        .with("version", logo.version().value())
        .with("url", logo.url(site.slug(), origin))
        .with("contentType", logo.type().mediaType())
        .with("size", logo.size());
  }

  private static JsonObject upload(LogoUpload upload, Instant now) {
    Optional<LogoFault> fault = upload.fault().or(() -> overdue(upload, now));
    return Json.object()
        .with("version", upload.logo().version().value())
        .with("status", fault.isPresent() ? "rejected" : PENDING)
        .with("rejection", fault.map(LogoView::rejection));
  }

  /**
   * Says that no bytes have come, once the URL is no longer valid. Bytes whose event is late are
   * shown all the same.
   */
  private static Optional<LogoFault> overdue(LogoUpload upload, Instant now) {
    Instant declaredAt = upload.declaredAt();
    return now.isBefore(Wait.from(declaredAt, declaredAt).dueAt())
        ? Optional.empty()
        : Optional.of(LogoFault.NOT_RECEIVED);
  }

  private static JsonObject rejection(LogoFault fault) {
    return Json.object().with("code", fault.code()).with("detail", fault.detail());
  }
}
