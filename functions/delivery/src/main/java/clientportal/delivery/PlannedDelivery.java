package clientportal.delivery;

import clientportal.platform.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How and when one addressee will be notified of a change.
 *
 * @param joins how many notices the digest has collected already; empty if it is no digest
 * @param ofDay the place of the digest among those of its day, if the firm has a limit of a day
 */
record PlannedDelivery(
    NamedHolder addressee,
    By by,
    Instant at,
    Optional<Long> joins,
    Optional<DigestTimes.OfDay> ofDay) {

  /** What notifies somebody. */
  enum By {
    /** A mail with a link to their account, which is sent at once. */
    INVITATION,
    DIGEST,
    /** A notice in the portal, and no mail. */
    PORTAL_ONLY;

    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static PlannedDelivery invitation(NamedHolder addressee, Instant now) {
    return new PlannedDelivery(addressee, By.INVITATION, now, Optional.empty(), Optional.empty());
  }

  static PlannedDelivery inPortal(NamedHolder addressee, Instant now) {
    return new PlannedDelivery(addressee, By.PORTAL_ONLY, now, Optional.empty(), Optional.empty());
  }

  boolean isMail() {
    return by != By.PORTAL_ONLY;
  }

  JsonObject json() {
    return addressee
        .json()
        .with("channel", by.text())
        .with("at", at)
        .with("joins", joins)
        .with("ofDay", ofDay.map(DigestTimes.OfDay::number))
        .with("limit", ofDay.map(DigestTimes.OfDay::limit));
  }
}
