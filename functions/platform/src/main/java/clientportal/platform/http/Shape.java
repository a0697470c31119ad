package clientportal.platform.http;

import clientportal.platform.problem.Fault;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The shape that a value of a request must have, and the type that it is read as.
 *
 * @param <T> the type that it is read as
 */
@FunctionalInterface
public interface Shape<T> {

  /**
   * Reads a JSON value that is not null.
   *
   * @throws Mismatch if it has another shape
   */
  T read(Object json) throws Mismatch;

  /** Why a value has another shape. */
  final class Mismatch extends Exception {
    private static final long serialVersionUID = 1;

    private final Fault.Code code;

    public Mismatch(Fault.Code code, String detail) {
      super(detail, null, false, false);
      this.code = code;
    }

    Fault.Code code() {
      return code;
    }

    String detail() {
      return String.valueOf(getMessage());
    }
  }

  /** A text of a length in characters (code points), of any script, without control characters. */
  static Shape<String> text(int shortest, int longest) {
    return text(shortest, longest, Shape::isRefused);
  }

  /**
   * A text of several lines that is not blank, of a length in characters (code points). Lines end
   * with LF; CR LF is read as one. It may contain tabs, but no other control characters.
   */
  static Shape<String> lines(int longest) {
    Shape<String> text = text(1, longest, c -> isRefused(c) && c != '\n' && c != '\t');
    return json -> notBlank(text.read(string(json).replace("\r\n", "\n")));
  }

  private static Shape<String> text(int shortest, int longest, IntPredicate refused) {
    return json -> {
      String text = string(json);
      int length = text.codePointCount(0, text.length());
      if (length < shortest || length > longest) {
        throw new Mismatch(
            Fault.Code.LENGTH, "must have %d to %d characters".formatted(shortest, longest));
      }
      if (text.codePoints().anyMatch(refused)) {
        throw new Mismatch(
            Fault.Code.FORMAT, "must not contain control characters or bidirectional overrides");
      }
      return text;
    };
  }

  /** A name of a person, firm, client, folder or document: a text that is not blank. */
  static Shape<String> name(int longest) {
    Shape<String> text = text(1, longest);
    return json -> notBlank(text.read(json));
  }

  private static String notBlank(String text) throws Mismatch {
    if (text.codePoints().allMatch(Shape::isBlank)) {
      throw new Mismatch(Fault.Code.FORMAT, "must not be blank");
    }
    return text;
  }

  /** Any text up to a length in UTF-16 units, with any content: a token, a password. */
  static Shape<String> opaque(int longest) {
    return json -> {
      String text = string(json);
      if (text.isEmpty() || text.length() > longest) {
        throw new Mismatch(Fault.Code.LENGTH, "must have 1 to %d characters".formatted(longest));
      }
      return text;
    };
  }

  /** One of a few texts. */
  static Shape<String> oneOf(Set<String> values) {
    return json -> {
      String text = string(json);
      if (!values.contains(text)) {
        throw new Mismatch(
            Fault.Code.ENUM,
            "must be one of " + String.join(", ", values.stream().sorted().toList()));
      }
      return text;
    };
  }

  /** A whole number in a range; {@code 5.0} is one too, as in JSON Schema. */
  static Shape<Long> number(long smallest, long largest) {
    return json -> {
      BigDecimal number = number(json);
      if (number.stripTrailingZeros().scale() > 0) {
        throw new Mismatch(Fault.Code.TYPE, "must be a whole number");
      }
      if (number.compareTo(BigDecimal.valueOf(smallest)) < 0
          || number.compareTo(BigDecimal.valueOf(largest)) > 0) {
        throw new Mismatch(Fault.Code.RANGE, "must be from %d to %d".formatted(smallest, largest));
      }
      return number.longValue();
    };
  }

  private static BigDecimal number(Object json) throws Mismatch {
    return switch (json) {
      case Long number -> BigDecimal.valueOf(number);
      case BigInteger number -> new BigDecimal(number);
      case BigDecimal number -> number;
      default -> throw new Mismatch(Fault.Code.TYPE, "must be a whole number");
    };
  }

  /** True or false. */
  static Shape<Boolean> flag() {
    return json -> {
      if (!(json instanceof Boolean flag)) {
        throw new Mismatch(Fault.Code.TYPE, "must be true or false");
      }
      return flag;
    };
  }

  /** Returns a value that must be a text. */
  static String string(Object json) throws Mismatch {
    if (!(json instanceof String text)) {
      throw new Mismatch(Fault.Code.TYPE, "must be a string");
    }
    return text;
  }

  /** Returns a value that must be a list of at most {@code longest} elements. */
  static List<Object> list(Object json, int longest) throws Mismatch {
    if (!(json instanceof List<?> list)) {
      throw new Mismatch(Fault.Code.TYPE, "must be a list");
    }
    if (list.size() > longest) {
      throw new Mismatch(Fault.Code.LENGTH, "must have at most %d elements".formatted(longest));
    }
    return new ArrayList<>(list);
  }

  /** Spaces, format characters, and the letters that are invisible. */
  private static boolean isBlank(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || "\u115F\u1160\u2800\u3164\uFFA0".indexOf(c) >= 0;
  }

  private static boolean isRefused(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
