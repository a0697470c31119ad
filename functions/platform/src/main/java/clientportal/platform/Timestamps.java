package clientportal.platform;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Instants as texts of one length, RFC 3339 in UTC with milliseconds, so that they sort as times.
 */
public final class Timestamps {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Timestamps() {}

  /** Writes an instant, cut to the millisecond. */
  public static String text(Instant instant) {
    return FORMAT.format(instant);
  }
}
