package clientportal.access.keys;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Normalises names for the index {@code Names}, where lists sort and search by them: {@code nguyen}
 * finds {@code Nguyễn}, and {@code Ä} is sorted as {@code A}.
 */
final class Names {
  /** Separates a name from the id that follows it; no name contains it. */
  static final char SEPARATOR = '\u0001';

  /** Ends ranges of sort keys, so no name may contain it. */
  private static final String LAST = "\uDBFF\uDFFF";

  private static final String LAST_BUT_ONE = "\uDBFF\uDFFE";

  /** A sort key has at most 1,024 bytes: this many characters of a name fit in any script. */
  private static final int LONGEST = 240;

  /**
   * The accents of Latin, Greek and Cyrillic letters. In other scripts marks are vowels and other
   * parts of a word, which are not left out.
   */
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]+");

  /** Letters with a stroke and ligatures, which Unicode does not decompose. */
  private static final Map<String, String> LETTERS =
      Map.of(
          "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "ł", "l", "ħ", "h", "ŧ", "t", "þ",
          "th", "ı", "i");

  private static final Pattern LETTER =
      Pattern.compile("[" + String.join("", LETTERS.keySet()) + "]");

  private Names() {}

  /**
   * Names are compared without case and accents, in one Unicode form. Upper case comes first,
   * because only then are {@code ß} and {@code SS} the same. Lower case has a special sigma at the
   * end of a word, which is replaced because the beginning of a name cannot know where the word
   * ends.
   */
  static String normalised(String name) {
    String upper = Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    String lower = upper.toLowerCase(Locale.ROOT).replace('ς', 'σ');
    String form = Normalizer.normalize(plain(lower), Normalizer.Form.NFC);
    form = form.replace(LAST, LAST_BUT_ONE);
    int end = form.offsetByCodePoints(0, Math.min(LONGEST, form.codePointCount(0, form.length())));
    return form.substring(0, end);
  }

  private static String plain(String lower) {
    String letters =
        LETTER.matcher(lower).replaceAll(letter -> LETTERS.getOrDefault(letter.group(), ""));
    return ACCENTS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD)).replaceAll("");
  }
}
