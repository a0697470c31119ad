package clientportal.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/** The administrator's operations on one user. */
final class AdminUsers {
  private final CognitoSettings settings;
  private final Clock clock;
  private final UserPool pool;
  private final Passwords passwords;

  AdminUsers(CognitoSettings settings, Clock clock, UserPool pool, Passwords passwords) {
    this.settings = settings;
    this.clock = clock;
    this.pool = pool;
    this.passwords = passwords;
  }

  Map<String, Function<Parameters, ObjectNode>> operations() {
    return Map.of(
        "AdminGetUser", this::get,
        "AdminSetUserPassword", this::setPassword,
        "AdminDeleteUser", this::delete,
        "AdminDisableUser", this::disable,
        "AdminEnableUser", this::enable,
        "AdminUpdateUserAttributes", this::updateAttributes,
        "AdminUserGlobalSignOut", this::globalSignOut);
  }

  private ObjectNode get(Parameters request) {
    PoolUser user = user(request);
    return Answers.withState(Answers.user(user, "UserAttributes"), user);
  }

  private ObjectNode setPassword(Parameters request) {
    String password = request.required("Password");
    PoolUser user = user(request);
    if (request.flag("Permanent")) {
      passwords.setPermanent(user, password, "password");
    } else {
      passwords.setTemporary(user, password, "password");
    }
    return Answers.empty();
  }

  private ObjectNode delete(Parameters request) {
    pool.delete(user(request));
    return Answers.empty();
  }

  /** A disabled user's tokens are revoked as well. */
  private ObjectNode disable(Parameters request) {
    PoolUser user = user(request);
    pool.save(user.withEnabled(false, clock.instant()));
    pool.signOut(user);
    return Answers.empty();
  }

  private ObjectNode enable(Parameters request) {
    pool.save(user(request).withEnabled(true, clock.instant()));
    return Answers.empty();
  }

  private ObjectNode updateAttributes(Parameters request) {
    PoolUser user = user(request);
    if (!request.has("UserAttributes")) {
      throw CognitoFault.constraint("null", "userAttributes", "not be null");
    }
    Map<String, String> changed =
        UserAttributes.ofChange(user, request.attributes("UserAttributes"));
    PoolUser other = pool.find(changed.getOrDefault("email", user.sub())).orElse(user);
    if (!other.sub().equals(user.sub())) {
      throw new CognitoFault(
          "AliasExistsException", "An account with the given email already exists.");
    }
    pool.save(user.withAttributes(changed, clock.instant()));
    return Answers.empty();
  }

  private ObjectNode globalSignOut(Parameters request) {
    pool.signOut(user(request));
    return Answers.empty();
  }

  private PoolUser user(Parameters request) {
    requirePool(settings, request);
    return pool.require(request.required("Username"));
  }

  static void requirePool(CognitoSettings settings, Parameters request) {
    String id = request.required("UserPoolId");
    if (!id.equals(settings.userPoolId())) {
      throw new CognitoFault("ResourceNotFoundException", "User pool " + id + " does not exist.");
    }
  }
}
