package clientportal.uploads;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The header that makes a browser save a file under its name (RFC 6266, RFC 8187). */
final class ContentDisposition {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private ContentDisposition() {}

  /**
   * Returns the header's value. Whatever a name holds, the value is printable ASCII: what could end
   * or change the quoted name becomes {@code _} there, and the extended name, which browsers
   * prefer, is encoded.
   */
  static String attachment(String name) {
    StringBuilder fallback = new StringBuilder();
    name.codePoints()
        .forEach(c ->
            fallback.append(c >= ' ' && c < 0x7F && "\"\\%;/".indexOf(c) < 0 ? (char) c : '_'));
    return "attachment; filename=\"" + fallback + "\"; filename*=UTF-8''" + extended(name);
  }

  private static String extended(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      if (isAttrChar(each)) {
        encoded.append((char) each);
      } else {
        encoded.append('%').append(HEX.toHexDigits(each));
      }
    }
    return encoded.toString();
  }

  /** RFC 8187, 3.2.1: attr-char. */
  private static boolean isAttrChar(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || (c > 0 && "!#$&+-.^_`|~".indexOf(c) >= 0);
  }
}
