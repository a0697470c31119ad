package clientportal.notifications.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Addresses in the form of mail headers, which allow only ASCII (RFC 5322, RFC 2047). */
final class MailAddress {
  /** SES refuses longer addresses, display name included. */
  private static final int MOST = 320;

  /** The most bytes of an encoded word, which may have 75 characters with its delimiters. */
  private static final int BYTES_IN_WORD = 45;

  private MailAddress() {}

  /** Returns {@code "Name" <address>}, with the name quoted or encoded, and cut if too long. */
  static String named(String name, String address) {
    String line = MailText.line(name).strip();
    int length = line.codePointCount(0, line.length());
    String named = phrase(line) + " <" + address + ">";
    while (named.length() > MOST && length > 1) {
      length--;
      named = phrase(MailText.cut(line, length)) + " <" + address + ">";
    }
    return named;
  }

  private static String phrase(String name) {
    return isAscii(name)
        ? '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
        : encodedWords(name);
  }

  /** Each word contains whole characters, because a character must not be split (RFC 2047, 5). */
  private static String encodedWords(String name) {
    StringBuilder words = new StringBuilder();
    StringBuilder word = new StringBuilder();
    name.codePoints()
        .mapToObj(Character::toString)
        .forEach(character -> {
          if (utf8(word + character).length > BYTES_IN_WORD) {
            words.append(encodedWord(word)).append(' ');
            word.setLength(0);
          }
          word.append(character);
        });
    return words.append(encodedWord(word)).toString();
  }

  private static String encodedWord(CharSequence word) {
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(utf8(word)) + "?=";
  }

  private static byte[] utf8(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
