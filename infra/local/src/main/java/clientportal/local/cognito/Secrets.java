package clientportal.local.cognito;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Creates random secrets, and hashes those that must not be stored in clear text. */
final class Secrets {
  /** Few, because tests sign in often and the passwords of a local pool are not real. */
  private static final int ITERATIONS = 20_000;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final List<String> KINDS =
      List.of("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnopqrstuvwxyz", "23456789", "!#%+-=?@");

  private Secrets() {}

  static String token(int bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random(bytes));
  }

  /** Returns the eight digits of a mailed sign-in code. */
  static String code() {
    return String.format("%08d", RANDOM.nextInt(100_000_000));
  }

  /** Returns a password with every kind of character that the policy requires. */
  static String temporaryPassword() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      String kind = KINDS.get(i % KINDS.size());
      password.append(kind.charAt(RANDOM.nextInt(kind.length())));
    }
    return password.toString();
  }

  static String hashPassword(String password) {
    byte[] salt = random(16);
    HexFormat hex = HexFormat.of();
    return hex.formatHex(salt) + ":" + hex.formatHex(derive(password, salt));
  }

  static boolean isPassword(String password, String hashed) {
    int colon = hashed.indexOf(':');
    HexFormat hex = HexFormat.of();
    byte[] salt = hex.parseHex(hashed, 0, colon);
    byte[] expected = hex.parseHex(hashed, colon + 1, hashed.length());
    return MessageDigest.isEqual(expected, derive(password, salt));
  }

  /** Hashes a random token, which needs no salt. */
  static String digest(String token) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] derive(String password, byte[] salt) {
    try {
      PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, 256);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] random(int bytes) {
    byte[] value = new byte[bytes];
    RANDOM.nextBytes(value);
    return value;
  }
}
