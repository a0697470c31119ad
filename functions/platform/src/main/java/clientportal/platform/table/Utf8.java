package clientportal.platform.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts as DynamoDB sees them: bytes of UTF-8, which sort otherwise than a {@code String}. */
final class Utf8 {
  private Utf8() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static int length(String text) {
    return bytes(text).length;
  }

  static int compare(String one, String other) {
    return Arrays.compareUnsigned(bytes(one), bytes(other));
  }
}
