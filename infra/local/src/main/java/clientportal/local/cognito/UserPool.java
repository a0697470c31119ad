package clientportal.local.cognito;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pool's users, open challenges and sign-ins. Not thread-safe: {@code CognitoStandIn} locks.
 */
final class UserPool {
  /** How long an expired entry is kept, so that its error differs from that of an unknown one. */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final Map<String, PoolUser> users = new LinkedHashMap<>();
  private final Map<String, String> subs = new HashMap<>();
  private final Map<String, AuthSession> sessions = new LinkedHashMap<>();
  private final Map<String, SignedIn> signedIn = new LinkedHashMap<>();
  private final Map<String, Passkey> passkeys = new LinkedHashMap<>();
  private boolean changed;

  /** The part of the pool that the state file contains. */
  record Contents(
      List<PoolUser> users,
      List<AuthSession> sessions,
      List<SignedIn> signedIn,
      List<Passkey> passkeys) {

    Contents(
        List<PoolUser> users,
        List<AuthSession> sessions,
        List<SignedIn> signedIn,
        @Nullable List<Passkey> passkeys) {
      this.users = users;
      this.sessions = sessions;
      this.signedIn = signedIn;
      this.passkeys = passkeys == null ? List.of() : passkeys;
    }
  }

  static UserPool of(Contents contents) {
    UserPool pool = new UserPool();
    contents.users().forEach(pool::save);
    contents.sessions().forEach(session -> pool.sessions.put(session.token(), session));
    contents.signedIn().forEach(entry -> pool.signedIn.put(entry.originJti(), entry));
    contents.passkeys().forEach(passkey -> pool.passkeys.put(passkey.credentialId(), passkey));
    pool.changed = false;
    return pool;
  }

  Contents contents() {
    return new Contents(
        List.copyOf(users.values()),
        List.copyOf(sessions.values()),
        List.copyOf(signedIn.values()),
        List.copyOf(passkeys.values()));
  }

  /** Returns whether anything changed since the last call. */
  boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  /** Finds by email address or by sub. */
  Optional<PoolUser> find(String username) {
    String sub = subs.getOrDefault(PoolUser.key(username), username);
    return Optional.ofNullable(users.get(sub));
  }

  PoolUser require(String username) {
    return find(username).orElseThrow(CognitoFault::unknownUser);
  }

  List<PoolUser> users() {
    return List.copyOf(users.values());
  }

  void save(PoolUser user) {
    PoolUser before = users.put(user.sub(), user);
    if (before != null) {
      subs.remove(PoolUser.key(before.email()));
    }
    subs.put(PoolUser.key(user.email()), user.sub());
    changed = true;
  }

  void delete(PoolUser user) {
    users.remove(user.sub());
    subs.remove(PoolUser.key(user.email()));
    sessions.values().removeIf(session -> session.user().equals(Optional.of(user.sub())));
    signedIn.values().removeIf(entry -> entry.sub().equals(user.sub()));
    passkeys.values().removeIf(passkey -> passkey.sub().equals(user.sub()));
    changed = true;
  }

  Optional<AuthSession> session(String token) {
    return Optional.ofNullable(sessions.get(token));
  }

  void save(AuthSession session, Instant now) {
    long forgotten = now.minus(REMEMBERED).toEpochMilli();
    sessions.values().removeIf(old -> old.until() < forgotten);
    sessions.put(session.token(), session);
    changed = true;
  }

  Optional<SignedIn> signedIn(String originJti) {
    return Optional.ofNullable(signedIn.get(originJti));
  }

  Optional<SignedIn> signedInByRefreshToken(String hashed) {
    return signedIn.values().stream().filter(entry -> entry.hasRefreshToken(hashed)).findFirst();
  }

  void save(SignedIn entry, Instant now) {
    long forgotten = now.minus(REMEMBERED).toEpochMilli();
    signedIn.values().removeIf(old -> old.until() < forgotten);
    signedIn.put(entry.originJti(), entry);
    changed = true;
  }

  /** Returns a user's passkeys, oldest first. */
  List<Passkey> passkeys(PoolUser user) {
    return passkeys.values().stream().filter(each -> each.sub().equals(user.sub())).toList();
  }

  void save(Passkey passkey) {
    passkeys.put(passkey.credentialId(), passkey);
    changed = true;
  }

  void delete(Passkey passkey) {
    passkeys.remove(passkey.credentialId());
    changed = true;
  }

  /** Revokes every sign-in of a user, and with it all of the tokens. */
  void signOut(PoolUser user) {
    signedIn.replaceAll((jti, entry) -> entry.sub().equals(user.sub()) ? entry.revoke() : entry);
    changed = true;
  }
}
