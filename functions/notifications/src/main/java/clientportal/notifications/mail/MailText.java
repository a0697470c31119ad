package clientportal.notifications.mail;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Writes names and times where there is no markup: in subjects and in plain text. */
final class MailText {
  /** Mail programs cut longer subjects. */
  private static final int SUBJECT_LENGTH = 150;

  private static final int NAME_LENGTH_IN_SUBJECT = 60;

  private MailText() {}

  /**
   * Returns the name on one line, and isolated if it contains letters that run from right to left,
   * so that it does not reorder the text around it.
   */
  static String name(String name) {
    String line = line(name);
    boolean rightToLeft = line.codePoints().anyMatch(MailText::runsRightToLeft);
    return rightToLeft ? '\u2068' + line + '\u2069' : line;
  }

  /** Returns the same, short enough that several fit in a subject. */
  static String shortName(String name) {
    return name(cut(line(name), NAME_LENGTH_IN_SUBJECT));
  }

  static String subject(String subject) {
    return cut(line(subject), SUBJECT_LENGTH);
  }

  /** Returns hours and minutes. */
  static String clock(ZonedDateTime time) {
    return twoDigits(time.getHour()) + ":" + twoDigits(time.getMinute());
  }

  /** Returns the city that a time zone is named after, if it is one. */
  static Optional<String> city(ZoneId zone) {
    String id = zone.getId();
    return id.contains("/") && !id.startsWith("Etc/")
        ? Optional.of(id.substring(id.lastIndexOf('/') + 1).replace('_', ' '))
        : Optional.empty();
  }

  /** Cuts a text to a maximum number of code points, the last of them an ellipsis. */
  static String cut(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length - 1)).stripTrailing() + "…";
  }

  /** Returns the text on one line, so that a name cannot add a header to a mail. */
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
