package clientportal.access.keys;

import java.text.Normalizer;
import java.util.Locale;

/** Normalises names for the index {@code Names}, where lists sort and search by them. */
final class Names {
  /** Separates a name from the id that follows it; no name contains it. */
  static final char SEPARATOR = '\u0001';

  /** Ends ranges of sort keys, so no name may contain it. */
  private static final String LAST = "\uDBFF\uDFFF";

  private static final String LAST_BUT_ONE = "\uDBFF\uDFFE";

  /** A sort key has at most 1,024 bytes: this many characters of a name fit in any script. */
  private static final int LONGEST = 240;

  private Names() {}

  /**
   * Names are compared without case, in one Unicode form. Upper case comes first, because only then
   * are {@code ß} and {@code SS} the same. Lower case has a special sigma at the end of a word,
   * which is replaced because the beginning of a name cannot know where the word ends.
   */
  static String normalised(String name) {
    String upper = Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    String lower = upper.toLowerCase(Locale.ROOT).replace('ς', 'σ');
    String form = Normalizer.normalize(lower, Normalizer.Form.NFC).replace(LAST, LAST_BUT_ONE);
    int end = form.offsetByCodePoints(0, Math.min(LONGEST, form.codePointCount(0, form.length())));
    return form.substring(0, end);
  }
}
