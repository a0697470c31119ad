package clientportal.access.ids;

/**
 * Unicode text in the letters, digits and hyphens of a domain.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3492">RFC 3492</a>
 */
final class Punycode {
  private static final int BASE = 36;
  private static final int SMALLEST_THRESHOLD = 1;
  private static final int LARGEST_THRESHOLD = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int FIRST_BIAS = 72;
  private static final int FIRST_BEYOND_ASCII = 0x80;

  private Punycode() {}

  /** Encodes a label; a few hundred characters at most, so that no number overflows. */
  static String encode(String label) {
    int[] characters = label.codePoints().toArray();
    StringBuilder encoded = new StringBuilder();
    for (int c : characters) {
      if (c < FIRST_BEYOND_ASCII) {
        encoded.append((char) c);
      }
    }
    int basic = encoded.length();
    if (basic > 0) {
      encoded.append('-');
    }
    int next = FIRST_BEYOND_ASCII;
    int delta = 0;
    int bias = FIRST_BIAS;
    for (int handled = basic; handled < characters.length; next++) {
      int smallest = smallest(characters, next);
      delta += (smallest - next) * (handled + 1);
      next = smallest;
      for (int c : characters) {
        if (c < next) {
          delta++;
        } else if (c == next) {
          append(encoded, delta, bias);
          bias = adapt(delta, handled + 1, handled == basic);
          delta = 0;
          handled++;
        }
      }
      delta++;
    }
    return encoded.toString();
  }

  private static int smallest(int[] characters, int from) {
    int smallest = Integer.MAX_VALUE;
    for (int c : characters) {
      if (c >= from && c < smallest) {
        smallest = c;
      }
    }
    return smallest;
  }

  /** Appends a number as a generalized integer of variable length. */
  private static void append(StringBuilder encoded, int delta, int bias) {
    int rest = delta;
    for (int position = BASE; ; position += BASE) {
      int threshold = Math.clamp(position - bias, SMALLEST_THRESHOLD, LARGEST_THRESHOLD);
      if (rest < threshold) {
        encoded.append(digit(rest));
        return;
      }
      encoded.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
      rest = (rest - threshold) / (BASE - threshold);
    }
  }

  private static int adapt(int delta, int length, boolean first) {
    int rest = first ? delta / DAMP : delta / 2;
    rest += rest / length;
    int bias = 0;
    while (rest > (BASE - SMALLEST_THRESHOLD) * LARGEST_THRESHOLD / 2) {
      rest /= BASE - SMALLEST_THRESHOLD;
      bias += BASE;
    }
    return bias + (BASE - SMALLEST_THRESHOLD + 1) * rest / (rest + SKEW);
  }

  private static char digit(int value) {
    return (char) (value < LARGEST_THRESHOLD ? 'a' + value : '0' + value - LARGEST_THRESHOLD);
  }
}
