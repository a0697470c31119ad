package clientportal.access.records;

import clientportal.access.events.Actor;
import clientportal.platform.table.Fields;
import java.time.Instant;
import java.util.Optional;

/**
 * A logo that was declared and is not shown, or not yet.
 *
 * @param logo as it was declared
 * @param sha256 of the declared bytes, in hexadecimal, lower case
 * @param fault why it is not shown; empty while its bytes are awaited
 */
public record LogoUpload(
    Logo logo, String sha256, Actor declaredBy, Instant declaredAt, Optional<LogoFault> fault) {

  /** Returns the same, which will not be shown. */
  public LogoUpload reject(LogoFault why) {
    return new LogoUpload(logo, sha256, declaredBy, declaredAt, Optional.of(why));
  }

  Fields toFields() {
    return Fields.of()
        .withAll(logo.toFields())
        .with("sha256", sha256)
        .with("declaredBy", declaredBy.toFields())
        .with("declaredAt", declaredAt)
        .with("fault", fault.map(LogoFault::code))
        .build();
  }

  static LogoUpload fromFields(Fields fields) {
    return new LogoUpload(
        Logo.fromFields(fields),
        fields.text("sha256"),
        Actor.fromFields(fields.map("declaredBy")),
        fields.instant("declaredAt"),
        fields.optionalText("fault").map(LogoFault::of));
  }
}
