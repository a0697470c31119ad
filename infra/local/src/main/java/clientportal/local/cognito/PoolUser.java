package clientportal.local.cognito;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A user of the pool. Times are milliseconds of the epoch, as the state file has them.
 *
 * @param sub the user's id and, since users sign in by e-mail address, the username too
 * @param password hashed; null of a user without one
 * @param passwordUntil the end of a temporary password, 0 of a permanent one
 * @param failures how many passwords in a row were wrong
 */
record PoolUser(
    String sub,
    Map<String, String> attributes,
    boolean enabled,
    String status,
    @Nullable String password,
    long passwordUntil,
    int failures,
    long lastFailure,
    long created,
    long modified) {

  static final String CONFIRMED = "CONFIRMED";
  static final String FORCE_CHANGE_PASSWORD = "FORCE_CHANGE_PASSWORD";

  PoolUser {
    attributes = new TreeMap<>(attributes);
  }

  static PoolUser create(String sub, Map<String, String> attributes, Instant now) {
    long at = now.toEpochMilli();
    return new PoolUser(sub, attributes, true, CONFIRMED, null, 0, 0, 0, at, at);
  }

  String email() {
    return attributes.getOrDefault("email", "");
  }

  Optional<String> hashedPassword() {
    return Optional.ofNullable(password);
  }

  boolean mustChangePassword() {
    return status.equals(FORCE_CHANGE_PASSWORD);
  }

  /** Addresses are the same without regard to case, as in a pool that is not case-sensitive. */
  static String key(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  PoolUser withAttributes(Map<String, String> changed, Instant now) {
    Map<String, String> all = new TreeMap<>(attributes);
    all.putAll(changed);
    return new PoolUser(
        sub,
        all,
        enabled,
        status,
        password,
        passwordUntil,
        failures,
        lastFailure,
        created,
        now.toEpochMilli());
  }

  PoolUser withEnabled(boolean value, Instant now) {
    return new PoolUser(
        sub,
        attributes,
        value,
        status,
        password,
        passwordUntil,
        failures,
        lastFailure,
        created,
        now.toEpochMilli());
  }

  PoolUser withPassword(String hash, Instant now) {
    return new PoolUser(
        sub, attributes, enabled, CONFIRMED, hash, 0, 0, 0, created, now.toEpochMilli());
  }

  PoolUser withTemporaryPassword(String hash, Instant until, Instant now) {
    return new PoolUser(
        sub,
        attributes,
        enabled,
        FORCE_CHANGE_PASSWORD,
        hash,
        until.toEpochMilli(),
        0,
        0,
        created,
        now.toEpochMilli());
  }

  PoolUser withFailures(int count, long at) {
    return new PoolUser(
        sub, attributes, enabled, status, password, passwordUntil, count, at, created, modified);
  }
}
