package clientportal.accounts;

import clientportal.access.PasswordLength;
import clientportal.access.records.Firm;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a password must be: long, and none of the common ones (OWASP ASVS 5, 6.2). Every composition
 * is allowed, unless a firm requires four classes of characters. The user pool requires the same
 * length, but knows no list.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html">the
 *     symbols</a>
 */
final class Password {
  private static final int FEWEST_DIFFERENT = 5;
  private static final String SYMBOLS = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+- ";

  /**
   * The ten thousand most frequent passwords that the estimator zxcvbn knows (MIT license,
   * Dropbox), and all long ones, in lower case.
   */
  private static final String COMMON = "common-passwords.txt";

  /** What is repeated is no stronger than once. */
  private static final Pattern REPEATED = Pattern.compile("(.{1,11}?)\\1+", Pattern.DOTALL);

  private static final Pattern AROUND_WORDS = Pattern.compile("^\\P{L}+|\\P{L}+$");

  private Password() {}

  /**
   * Requires a password that is hard to guess.
   *
   * @throws ProblemException {@code password-too-weak}
   */
  static void check(String password) {
    String lower = password.toLowerCase(Locale.ROOT);
    if (password.codePointCount(0, password.length()) < PasswordLength.SHORTEST
        || password.codePoints().distinct().count() < FEWEST_DIFFERENT
        || REPEATED.matcher(lower).matches()
        || isCommon(lower)) {
      throw tooWeak();
    }
  }

  /** A common password stays one with digits and symbols around it, or in place of letters. */
  private static boolean isCommon(String lower) {
    String word = AROUND_WORDS.matcher(lower).replaceAll("");
    return isListed(Set.copyOf(List.of(lower, word, withLetters(word))));
  }

  private static String withLetters(String word) {
    return word.replace('@', 'a')
        .replace('0', 'o')
        .replace('1', 'i')
        .replace('3', 'e')
        .replace('$', 's')
        .replace('5', 's');
  }

  /** Reads the list each time: it is needed seldom, and only few milliseconds. */
  private static boolean isListed(Collection<String> words) {
    try (BufferedReader common =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Password.class.getResourceAsStream(COMMON), COMMON),
                StandardCharsets.UTF_8))) {
      return common.lines().anyMatch(words::contains);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Tells whether a password has upper and lower case, a digit and a symbol. */
  static boolean hasAllClasses(String password) {
    return password.chars().anyMatch(c -> c >= 'A' && c <= 'Z')
        && password.chars().anyMatch(c -> c >= 'a' && c <= 'z')
        && password.chars().anyMatch(c -> c >= '0' && c <= '9')
        && password.chars().anyMatch(c -> SYMBOLS.indexOf(c) >= 0);
  }

  /**
   * Requires the four classes of characters if the person's firm does.
   *
   * @throws ProblemException {@code password-too-weak}
   */
  static void checkClasses(String password, Firm firm) {
    if (firm.settings().passwordClasses() && !hasAllClasses(password)) {
      throw new ProblemException(
          ProblemType.PASSWORD_TOO_WEAK,
          firm.name() + " requires upper and lower case, a digit and a symbol.");
    }
  }

  static ProblemException tooWeak() {
    return new ProblemException(
        ProblemType.PASSWORD_TOO_WEAK,
        "A password has at least 12 characters and is not a common one. Several words are a good"
            + " choice.");
  }
}
