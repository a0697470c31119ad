package clientportal.local.cognito;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A user of the pool. Times are milliseconds since the epoch.
 *
 * @param sub the user's id and, because users sign in by email address, also the username
 * @param password hashed; null if the user has none
 * @param passwordUntil when a temporary password expires; 0 for a permanent one
 * @param softwareToken the authenticator app, a second factor
 * @param failures the number of wrong passwords in a row
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
    long modified,
    SoftwareToken softwareToken) {

  static final String CONFIRMED = "CONFIRMED";
  static final String FORCE_CHANGE_PASSWORD = "FORCE_CHANGE_PASSWORD";

  PoolUser(
      String sub,
      Map<String, String> attributes,
      boolean enabled,
      String status,
      @Nullable String password,
      long passwordUntil,
      int failures,
      long lastFailure,
      long created,
      long modified,
      @Nullable SoftwareToken softwareToken) {
    this.sub = sub;
    this.attributes = new TreeMap<>(attributes);
    this.enabled = enabled;
    this.status = status;
    this.password = password;
    this.passwordUntil = passwordUntil;
    this.failures = failures;
    this.lastFailure = lastFailure;
    this.created = created;
    this.modified = modified;
    this.softwareToken = softwareToken == null ? SoftwareToken.NONE : softwareToken;
  }

  static PoolUser create(String sub, Map<String, String> attributes, Instant now) {
    long at = now.toEpochMilli();
    return new PoolUser(
        sub, attributes, true, CONFIRMED, null, 0, 0, 0, at, at, SoftwareToken.NONE);
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

  /** Returns the address in lower case, since the pool's usernames are not case-sensitive. */
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
        now.toEpochMilli(),
        softwareToken);
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
        now.toEpochMilli(),
        softwareToken);
  }

  PoolUser withPassword(String hash, Instant now) {
    return new PoolUser(
        sub,
        attributes,
        enabled,
        CONFIRMED,
        hash,
        0,
        0,
        0,
        created,
        now.toEpochMilli(),
        softwareToken);
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
        now.toEpochMilli(),
        softwareToken);
  }

  PoolUser withFailures(int count, long at) {
    return new PoolUser(
        sub,
        attributes,
        enabled,
        status,
        password,
        passwordUntil,
        count,
        at,
        created,
        modified,
        softwareToken);
  }

  PoolUser with(SoftwareToken changed) {
    return new PoolUser(
        sub,
        attributes,
        enabled,
        status,
        password,
        passwordUntil,
        failures,
        lastFailure,
        created,
        modified,
        changed);
  }
}
