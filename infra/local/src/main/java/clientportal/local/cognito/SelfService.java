package clientportal.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The operations that a signed-in person may call with their own tokens. */
final class SelfService {
  private final CognitoSettings settings;
  private final UserPool pool;
  private final Passwords passwords;
  private final Tokens tokens;

  SelfService(CognitoSettings settings, UserPool pool, Passwords passwords, Tokens tokens) {
    this.settings = settings;
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
        "UpdateUserAttributes", this::refuseToWrite,
        "DeleteUser", this::refuseToWrite);
  }

  private ObjectNode getUser(Parameters request) {
    return Answers.user(user(request), "UserAttributes");
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

  /** The client has no write permission for any attribute. */
  private ObjectNode refuseToWrite(Parameters request) {
    user(request);
    throw CognitoFault.notAuthorized("A client attempted to write unauthorized attribute");
  }

  private PoolUser user(Parameters request) {
    return tokens.holder(request.required("AccessToken")).user();
  }
}
