package clientportal.platform;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets on demand; no random state is kept between two of them. */
public final class Secrets {
  private static final int TOKEN_BYTES = 32;
  private static final int CODES = 100_000_000;
  private static final int LETTERS = 16;
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private Secrets() {}

  /** Returns 256 random bits in base64url: 43 characters. */
  public static String token() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /**
   * Returns 80 random bits in 16 letters and digits, without characters that are easily confused.
   */
  public static String letters() {
    return new SecureRandom()
        .ints(LETTERS, 0, ALPHABET.length())
        .collect(
            StringBuilder::new,
            (text, index) -> text.append(ALPHABET.charAt(index)),
            StringBuilder::append)
        .toString();
  }

  /** Returns a code of 8 random digits. */
  public static String code() {
    return "%08d".formatted(new SecureRandom().nextInt(CODES));
  }
}
