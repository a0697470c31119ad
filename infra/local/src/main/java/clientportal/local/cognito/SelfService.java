package clientportal.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The operations that a signed-in person may call with their own tokens. */
final class SelfService {
  private final CognitoSettings settings;
  private final Clock clock;
  private final UserPool pool;
  private final Passwords passwords;
  private final Tokens tokens;

  SelfService(
      CognitoSettings settings, Clock clock, UserPool pool, Passwords passwords, Tokens tokens) {
    this.settings = settings;
    this.clock = clock;
    this.pool = pool;
    this.passwords = passwords;
    this.tokens = tokens;
  }

  Map<String, Function<Parameters, ObjectNode>> operations() {
    return Map.of(
        "GetUser", this::getUser,
        "GlobalSignOut", this::globalSignOut,
        "RevokeToken", this::revokeToken,
        "ChangePassword", this::changePassword,
        "UpdateUserAttributes", this::updateAttributes,
        "DeleteUser", this::refuseToDelete);
  }

  private ObjectNode getUser(Parameters request) {
    Tokens.Holder holder = tokens.holder(request.required("AccessToken"));
    return Answers.user(holder.user(), "UserAttributes", client(holder).visible(holder.user()));
  }

  private ObjectNode globalSignOut(Parameters request) {
    pool.signOut(user(request));
    return Answers.empty();
  }

  private ObjectNode revokeToken(Parameters request) {
    String token = request.required("Token");
    tokens.revoke(SignIn.client(settings, request), token);
    return Answers.empty();
  }

  /** A user who signs in by code and has no password yet sends no previous one. */
  private ObjectNode changePassword(Parameters request) {
    PoolUser user = user(request);
    String proposed = request.required("ProposedPassword");
    Optional<String> previous = request.text("PreviousPassword");
    if (user.hashedPassword().isPresent()) {
      if (passwords.lockedOut(user)) {
        throw new CognitoFault(
            "LimitExceededException", "Attempt limit exceeded, please try after some time.");
      }
      passwords.compare(user, previous.orElseThrow(() -> CognitoFault.missing("PreviousPassword")));
    } else if (previous.isPresent()) {
      throw CognitoFault.incorrectPassword();
    }
    passwords.setPermanent(user, proposed, "proposedPassword");
    return Answers.empty();
  }

  private ObjectNode updateAttributes(Parameters request) {
    Tokens.Holder holder = tokens.holder(request.required("AccessToken"));
    Map<String, String> given = request.attributes("UserAttributes");
    UserAttributes.requireWritable(client(holder), given);
    PoolUser user = holder.user();
    pool.save(user.withAttributes(UserAttributes.ofChange(user, given), clock.instant()));
    return Answers.empty();
  }

  /** It takes write permission for every attribute that a user can have. */
  private ObjectNode refuseToDelete(Parameters request) {
    user(request);
    throw UserAttributes.unauthorized();
  }

  private AppClient client(Tokens.Holder holder) {
    return settings.client(holder.signedIn().client());
  }

  private PoolUser user(Parameters request) {
    return tokens.holder(request.required("AccessToken")).user();
  }
}
