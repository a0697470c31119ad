package clientportal.local.cognito;

import java.time.Clock;
import java.time.Duration;

/**
 * Verifies and changes passwords. Five wrong passwords lock a user out for one second, and each
 * further one for twice as long as before, up to 15 minutes. The count starts again after a correct
 * password, or after 15 minutes without a wrong one.
 */
final class Passwords {
  private static final int FREE_FAILURES = 5;
  private static final Duration LONGEST_LOCKOUT = Duration.ofMinutes(15);
  private static final Duration TEMPORARY_VALIDITY = Duration.ofDays(7);

  private final PasswordPolicy policy;
  private final Clock clock;
  private final UserPool pool;

  Passwords(PasswordPolicy policy, Clock clock, UserPool pool) {
    this.policy = policy;
    this.clock = clock;
    this.pool = pool;
  }

  boolean lockedOut(PoolUser user) {
    return lockedOut(user.failures(), user.lastFailure());
  }

  /** Tells whether so many wrong tries in a row, the last one then, lock a user out now. */
  boolean lockedOut(int failures, long lastFailure) {
    if (failures < FREE_FAILURES) {
      return false;
    }
    long seconds = 1L << Math.min(failures - FREE_FAILURES, 10);
    Duration lockout = Duration.ofSeconds(Math.min(seconds, LONGEST_LOCKOUT.toSeconds()));
    return clock.millis() < lastFailure + lockout.toMillis();
  }

  /** Verifies a password for a sign-in; failures are checked in the same order as by Cognito. */
  PoolUser check(PoolUser user, String password) {
    if (lockedOut(user)) {
      throw CognitoFault.notAuthorized("Password attempts exceeded");
    }
    PoolUser checked = compare(user, password);
    if (!checked.enabled()) {
      throw CognitoFault.disabled();
    }
    if (checked.mustChangePassword() && clock.millis() >= checked.passwordUntil()) {
      throw CognitoFault.notAuthorized(
          "Temporary password has expired and must be reset by an administrator.");
    }
    return checked;
  }

  /** Compares the password and counts wrong ones. */
  PoolUser compare(PoolUser user, String password) {
    if (user.hashedPassword().filter(hash -> Secrets.isPassword(password, hash)).isEmpty()) {
      pool.save(user.withFailures(stale(user) ? 1 : user.failures() + 1, clock.millis()));
      throw CognitoFault.incorrectPassword();
    }
    PoolUser checked = user.withFailures(0, 0);
    if (!checked.equals(user)) {
      pool.save(checked);
    }
    return checked;
  }

  PoolUser setPermanent(PoolUser user, String password, String member) {
    policy.check(password, member);
    PoolUser changed = user.withPassword(Secrets.hashPassword(password), clock.instant());
    pool.save(changed);
    return changed;
  }

  PoolUser setTemporary(PoolUser user, String password, String member) {
    policy.check(password, member);
    PoolUser changed =
        user.withTemporaryPassword(
            Secrets.hashPassword(password),
            clock.instant().plus(TEMPORARY_VALIDITY),
            clock.instant());
    pool.save(changed);
    return changed;
  }

  private boolean stale(PoolUser user) {
    return clock.millis() >= user.lastFailure() + LONGEST_LOCKOUT.toMillis();
  }
}
