package clientportal.accounts;

import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;

/**
 * What a password must be: at least 8 characters with upper and lower case, digit and symbol. The
 * user pool has the same policy.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html">the
 *     symbols</a>
 */
final class Password {
  private static final int SHORTEST = 8;
  private static final String SYMBOLS = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+- ";

  private Password() {}

  static void check(String password) {
    boolean strong =
        password.codePointCount(0, password.length()) >= SHORTEST
            && password.chars().anyMatch(c -> c >= 'A' && c <= 'Z')
            && password.chars().anyMatch(c -> c >= 'a' && c <= 'z')
            && password.chars().anyMatch(c -> c >= '0' && c <= '9')
            && password.chars().anyMatch(c -> SYMBOLS.indexOf(c) >= 0);
    if (!strong) {
      throw tooWeak();
    }
  }

  static ProblemException tooWeak() {
    return new ProblemException(
        ProblemType.PASSWORD_TOO_WEAK,
        "A password has at least 8 characters, with upper and lower case, a digit and a symbol.");
  }
}
