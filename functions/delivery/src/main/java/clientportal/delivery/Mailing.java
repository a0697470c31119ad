package clientportal.delivery;

import clientportal.access.ids.NoticeMails;
import clientportal.access.keys.Holder;
import clientportal.access.records.Firm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Which notices an addressee gets in digests, and when these are due: by the settings of the firm
 * and, for staff, by what they have chosen.
 *
 * @param staff what a staff member has chosen; without meaning for others
 */
public record Mailing(Firm.Settings settings, Holder addressee, NoticeMails staff) {
  /** When the digests of those go who want one a day. */
  public static final LocalTime DAILY_AT = LocalTime.of(8, 0);

  /** For how long reminders are collected at least, so that those of one time share a mail. */
  public static final Duration REMINDERS = Duration.ofMinutes(5);

  /** Tells whether notices of a type are sent in digests, and not left to the portal alone. */
  public boolean includes(NoticeType type) {
    return switch (addressee) {
      case Holder.Staff _ -> staff != NoticeMails.NONE || isRequired(type);
      case Holder.Reader _ ->
          !settings.deliveries().portalOnly().contains(type.text())
              && (!type.isOfNote() || settings.notes().any());
    };
  }

  /** Returns when a digest is due that begins with something that happened at an instant. */
  public Instant dueAt(NoticeType type, Instant at) {
    return isDaily(type) ? nextDaily(at) : at.plus(window(type));
  }

  private boolean isDaily(NoticeType type) {
    return addressee instanceof Holder.Staff && staff == NoticeMails.DAILY && !isRequired(type);
  }

  private boolean isRequired(NoticeType type) {
    return settings.deliveries().requiredForStaff().contains(type.text());
  }

  private Duration window(NoticeType type) {
    Duration ofFirm = Duration.ofMinutes(settings.digestMinutes());
    return type == NoticeType.REQUEST_REMINDED && ofFirm.compareTo(REMINDERS) < 0
        ? REMINDERS
        : ofFirm;
  }

  private Instant nextDaily(Instant at) {
    ZoneId zone = settings.timeZone();
    ZonedDateTime today = at.atZone(zone).toLocalDate().atTime(DAILY_AT).atZone(zone);
    return today.toInstant().isAfter(at)
        ? today.toInstant()
        : today.toLocalDate().plusDays(1).atTime(DAILY_AT).atZone(zone).toInstant();
  }
}
