package clientportal.local.cognito;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of an authenticator app: RFC 6238 with SHA-1, six digits and 30 seconds. */
public final class Totp {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int SECONDS = 30;

  /** As long as Cognito's secrets: 32 bytes. */
  private static final int SECRET_LENGTH = 52;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  static String newSecret() {
    return RANDOM
        .ints(SECRET_LENGTH, 0, BASE32.length())
        .collect(
            StringBuilder::new,
            (text, index) -> text.append(BASE32.charAt(index)),
            StringBuilder::append)
        .toString();
  }

  /** Returns the number of the time step in which an instant is. */
  public static long step(Instant at) {
    return at.getEpochSecond() / SECONDS;
  }

  /**
   * Returns the code of a time step.
   *
   * @param secret in Base32
   */
  public static String code(String secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(decode(secret), "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int truncated = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xF) & Integer.MAX_VALUE;
      return "%06d".formatted(truncated % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] decode(String secret) {
    ByteBuffer bytes = ByteBuffer.allocate(secret.length() * 5 / 8);
    int buffer = 0;
    int bits = 0;
    for (int i = 0; i < secret.length(); i++) {
      buffer = buffer << 5 | BASE32.indexOf(secret.charAt(i));
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.put((byte) (buffer >> bits));
        buffer &= (1 << bits) - 1;
      }
    }
    return bytes.array();
  }
}
