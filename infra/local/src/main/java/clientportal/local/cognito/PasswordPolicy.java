package clientportal.local.cognito;

import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** The pool's password policy: at least 8 characters, upper and lower case, digit and symbol. */
final class PasswordPolicy {
  private static final String SYMBOLS = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+- ";
  private static final Pattern PATTERN = Pattern.compile("^[\\S]+.*[\\S]+$");
  private static final int SHORTEST = 8;
  private static final int LONGEST = 256;

  private PasswordPolicy() {}

  static void check(String password, String member) {
    if (password.length() > LONGEST) {
      throw CognitoFault.constraint("", member, "have length less than or equal to " + LONGEST);
    }
    if (!PATTERN.matcher(password).matches()) {
      throw CognitoFault.constraint(
          "", member, "satisfy regular expression pattern: " + PATTERN.pattern());
    }
    if (password.length() < SHORTEST) {
      throw refused("Password not long enough");
    }
    require(password, c -> c >= 'A' && c <= 'Z', "Password must have uppercase characters");
    require(password, c -> c >= 'a' && c <= 'z', "Password must have lowercase characters");
    require(password, c -> c >= '0' && c <= '9', "Password must have numeric characters");
    require(password, c -> SYMBOLS.indexOf(c) >= 0, "Password must have symbol characters");
  }

  private static void require(String password, IntPredicate kind, String otherwise) {
    if (password.chars().noneMatch(kind)) {
      throw refused(otherwise);
    }
  }

  private static CognitoFault refused(String reason) {
    return new CognitoFault(
        "InvalidPasswordException", "Password did not conform with policy: " + reason);
  }
}
