package clientportal.local.cognito;

import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** The pool's password policy, as the template has it. No policy takes a longer password. */
public record PasswordPolicy(
    int minimumLength, boolean lowercase, boolean uppercase, boolean numbers, boolean symbols) {
  private static final String SYMBOLS = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+- ";
  private static final Pattern PATTERN = Pattern.compile("^[\\S]+.*[\\S]+$");
  private static final int LONGEST = 256;

  void check(String password, String member) {
    if (password.length() > LONGEST) {
      throw CognitoFault.constraint("", member, "have length less than or equal to " + LONGEST);
    }
    if (!PATTERN.matcher(password).matches()) {
      throw CognitoFault.constraint(
          "", member, "satisfy regular expression pattern: " + PATTERN.pattern());
    }
    if (password.length() < minimumLength) {
      throw refused("Password not long enough");
    }
    require(
        uppercase, password, c -> c >= 'A' && c <= 'Z', "Password must have uppercase characters");
    require(
        lowercase, password, c -> c >= 'a' && c <= 'z', "Password must have lowercase characters");
    require(numbers, password, c -> c >= '0' && c <= '9', "Password must have numeric characters");
    require(
        symbols, password, c -> SYMBOLS.indexOf(c) >= 0, "Password must have symbol characters");
  }

  private static void require(
      boolean required, String password, IntPredicate kind, String otherwise) {
    if (required && password.chars().noneMatch(kind)) {
      throw refused(otherwise);
    }
  }

  private static CognitoFault refused(String reason) {
    return new CognitoFault(
        "InvalidPasswordException", "Password did not conform with policy: " + reason);
  }
}
