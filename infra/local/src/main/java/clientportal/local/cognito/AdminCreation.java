package clientportal.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** {@code AdminCreateUser}: the only way to create a user, since nobody can sign up. */
final class AdminCreation {
  private final CognitoSettings settings;
  private final Clock clock;
  private final UserPool pool;
  private final Passwords passwords;
  private final CodeSender sender;

  AdminCreation(
      CognitoSettings settings,
      Clock clock,
      UserPool pool,
      Passwords passwords,
      CodeSender sender) {
    this.settings = settings;
    this.clock = clock;
    this.pool = pool;
    this.passwords = passwords;
    this.sender = sender;
  }

  Map<String, Function<Parameters, ObjectNode>> operations() {
    return Map.of("AdminCreateUser", this::adminCreateUser);
  }

  private ObjectNode adminCreateUser(Parameters request) {
    AdminUsers.requirePool(settings, request);
    String username = request.required("Username");
    String message = request.text("MessageAction").orElse("");
    if (!Set.of("", "SUPPRESS", "RESEND").contains(message)) {
      throw CognitoFault.constraint(
          "'" + message + "'", "messageAction", "satisfy enum value set: [RESEND, SUPPRESS]");
    }
    Optional<String> password = request.text("TemporaryPassword").filter(text -> !text.isEmpty());
    PoolUser user =
        message.equals("RESEND")
            ? resend(username, password)
            : create(username, request.attributes("UserAttributes"), password, message);
    ObjectNode answer = Answers.empty();
    answer.set("User", Answers.withState(Answers.user(user, "Attributes"), user));
    return answer;
  }

  private PoolUser create(
      String username, Map<String, String> given, Optional<String> password, String message) {
    Map<String, String> attributes = UserAttributes.ofNew(username, given);
    if (pool.find(username).isPresent()) {
      throw new CognitoFault("UsernameExistsException", "User account already exists");
    }
    password.ifPresent(text -> settings.passwordPolicy().check(text, "temporaryPassword"));
    String sub = UUID.randomUUID().toString();
    attributes.put("sub", sub);
    PoolUser user = PoolUser.create(sub, attributes, clock.instant());
    if (password.isEmpty() && settings.allowedFirstAuthFactors().contains(Challenges.EMAIL_OTP)) {
      pool.save(user);
      return user;
    }
    return invite(user, password, !message.equals("SUPPRESS"));
  }

  private PoolUser resend(String username, Optional<String> password) {
    PoolUser user = pool.require(username);
    if (!user.mustChangePassword()) {
      throw new CognitoFault(
          "UnsupportedUserStateException",
          "Resend not possible. " + username + " status is not FORCE_CHANGE_PASSWORD");
    }
    return invite(user, password, true);
  }

  private PoolUser invite(PoolUser user, Optional<String> given, boolean mail) {
    String password = given.orElseGet(Secrets::temporaryPassword);
    PoolUser invited = passwords.setTemporary(user, password, "temporaryPassword");
    if (mail) {
      Challenges.send(sender, invited.email(), password);
    }
    return invited;
  }
}
