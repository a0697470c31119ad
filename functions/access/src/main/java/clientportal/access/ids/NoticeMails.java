package clientportal.access.ids;

import java.util.Locale;
import java.util.Optional;

/** How a staff member wants to get the notices of their firm by mail; one of these at a time. */
public enum NoticeMails {
  /** In digests, as the firm collects them. */
  EACH,
  /** In one digest a day, at a fixed time by the clock of the firm's time zone. */
  DAILY,
  /** Not at all: they read them in the portal. */
  NONE;

  /** Returns the name in items, in events and in the API. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static NoticeMails of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Reads the attribute of an item; one that is not there is what nobody has chosen. */
  public static NoticeMails of(Optional<String> attribute) {
    return attribute.map(NoticeMails::of).orElse(EACH);
  }
}
