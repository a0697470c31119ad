package clientportal.platform;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets on demand; no random state is kept between two of them. */
public final class Secrets {
  private static final int TOKEN_BYTES = 32;
  private static final int CODES = 100_000_000;

  private Secrets() {}

  /** Returns 256 random bits in base64url: 43 characters. */
  public static String token() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** Returns a code of 8 random digits. */
  public static String code() {
    return "%08d".formatted(new SecureRandom().nextInt(CODES));
  }
}
