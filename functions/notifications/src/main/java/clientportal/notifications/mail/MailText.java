package clientportal.notifications.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** How names and times are written where there is no markup: in subjects and in plain text. */
public final class MailText {
  /** What is longer is cut by mail programs, the essence last if it stands last. */
  private static final int SUBJECT_LENGTH = 150;

  private static final int NAME_LENGTH_IN_SUBJECT = 60;

  private static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };

  private MailText() {}

  /**
   * The name on one line, and isolated if it holds letters that run from right to left, so that it
   * does not reorder what stands around it.
   */
  static String name(String name) {
    String line = line(name);
    boolean rightToLeft = line.codePoints().anyMatch(MailText::runsRightToLeft);
    return rightToLeft ? '\u2068' + line + '\u2069' : line;
  }

  /** The same, short enough that several fit in a subject. */
  static String shortName(String name) {
    return name(cut(line(name), NAME_LENGTH_IN_SUBJECT));
  }

  static String subject(String subject) {
    return cut(line(subject), SUBJECT_LENGTH);
  }

  /**
   * Such as {@code 1 March 2026, 09:30}; by hand, since the locale data cost hundreds of classes.
   */
  static String time(Instant instant, ZoneId zone) {
    ZonedDateTime time = instant.atZone(zone);
    return time.getDayOfMonth()
        + (" " + MONTHS[time.getMonthValue() - 1])
        + (" " + time.getYear())
        + (", " + twoDigits(time.getHour()) + ":" + twoDigits(time.getMinute()));
  }

  /** Cuts to so many code points, the last of them an ellipsis. */
  static String cut(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length - 1)).stripTrailing() + "…";
  }

  /** On one line whatever the text holds, so that no header can be added to a mail by a name. */
  static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().map(c -> breaksLines(c) ? ' ' : c).forEach(line::appendCodePoint);
    return line.toString();
  }

  private static boolean breaksLines(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }

  private static boolean runsRightToLeft(int codePoint) {
    return switch (Character.getDirectionality(codePoint)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
          true;
      default -> false;
    };
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
