package clientportal.access.ids;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Domain names in ASCII, as the DNS, mail servers and the user pool know them. Letters of other
 * scripts are converted as browsers do, by UTS 46 without transitional mappings. Characters that
 * UTS 46 drops or replaces, except by a lower case, are refused. So two domains that may belong to
 * two owners never become one: {@code straße.example} is not {@code strasse.example}.
 *
 * @see <a href="https://www.unicode.org/reports/tr46/">UTS 46</a>
 */
final class DomainName {
  /** Labels of letters, digits and hyphens; the last does not begin with a digit. */
  private static final Pattern ASCII =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

  /** Letters and digits, and marks after them (RFC 5892, 2.1). */
  private static final Pattern LABEL =
      Pattern.compile(
          "[\\p{Ll}\\p{Lo}\\p{Lm}\\p{Nd}-][\\p{Ll}\\p{Lo}\\p{Lm}\\p{Nd}\\p{Mn}\\p{Mc}-]*");

  /** What UTS 46 drops because it is invisible, and the script whose upper case it prefers. */
  private static final Pattern REFUSED =
      Pattern.compile(
          "[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\uFE00-\\uFE0F"
              + "\\x{E0100}-\\x{E01EF}\\p{IsCherokee}]");

  /** The letters that case folding replaces although UTS 46 keeps them. */
  private static final String DEVIATIONS = "ßς";

  private DomainName() {}

  /** Returns the ASCII form, in lower case; empty if the text is no domain name. */
  static Optional<String> ascii(String typed) {
    List<String> labels = new ArrayList<>();
    for (String label : lower(typed).split("\\.", -1)) {
      if (isAscii(label)) {
        labels.add(label);
      } else if (isLabel(label)) {
        labels.add("xn--" + Punycode.encode(label));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(String.join(".", labels)).filter(ascii -> ASCII.matcher(ascii).matches());
  }

  /** Lower case character by character: in a domain, a sigma is the same at the end of a word. */
  private static String lower(String typed) {
    int[] lower =
        Normalizer.normalize(typed, Normalizer.Form.NFC)
            .codePoints()
            .map(c -> c == 'İ' ? c : Character.toLowerCase(c))
            .toArray();
    return Normalizer.normalize(new String(lower, 0, lower.length), Normalizer.Form.NFC);
  }

  private static boolean isLabel(String label) {
    return LABEL.matcher(label).matches()
        && !REFUSED.matcher(label).find()
        && Normalizer.isNormalized(label, Normalizer.Form.NFKC)
        && label.codePoints().allMatch(DomainName::isFolded);
  }

  /** Tells whether case folding leaves a character as it is. */
  private static boolean isFolded(int c) {
    String text = Character.toString(c);
    String folded = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return DEVIATIONS.contains(text)
        || Normalizer.normalize(folded, Normalizer.Form.NFC).equals(text);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
