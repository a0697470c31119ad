package clientportal.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The operations on a person's own passkeys. */
final class Passkeys {
  private static final int MOST = 20;

  private final CognitoSettings settings;
  private final Clock clock;
  private final UserPool pool;
  private final Tokens tokens;
  private final WebAuthn webAuthn;

  /** The challenges of registrations that were started, by user. */
  private final Map<String, String> started = new HashMap<>();

  Passkeys(CognitoSettings settings, Clock clock, UserPool pool, Tokens tokens, WebAuthn webAuthn) {
    this.settings = settings;
    this.clock = clock;
    this.pool = pool;
    this.tokens = tokens;
    this.webAuthn = webAuthn;
  }

  Map<String, Function<Parameters, ObjectNode>> operations() {
    return Map.of(
        "StartWebAuthnRegistration", this::start,
        "CompleteWebAuthnRegistration", this::complete,
        "ListWebAuthnCredentials", this::list,
        "DeleteWebAuthnCredential", this::delete);
  }

  private ObjectNode start(Parameters request) {
    PoolUser user = user(request);
    String challenge = Secrets.token(32);
    started.put(user.sub(), challenge);
    ObjectNode answer = Answers.empty();
    ObjectNode options = answer.putObject("CredentialCreationOptions");
    String domain = settings.relyingParty();
    options.putObject("rp").put("id", domain).put("name", domain);
    options
        .putObject("user")
        .put("id", base64(user.sub().getBytes(StandardCharsets.UTF_8)))
        .put("name", user.email())
        .put("displayName", user.email());
    options.put("challenge", challenge);
    ArrayNode algorithms = options.putArray("pubKeyCredParams");
    WebAuthn.ALGORITHMS.forEach(
        alg -> algorithms.addObject().put("type", "public-key").put("alg", alg));
    options.put("timeout", 60_000);
    ArrayNode excluded = options.putArray("excludeCredentials");
    pool.passkeys(user)
        .forEach(
            each -> excluded.addObject().put("type", "public-key").put("id", each.credentialId()));
    options
        .putObject("authenticatorSelection")
        .put("requireResidentKey", true)
        .put("residentKey", "required")
        .put("userVerification", "required");
    return answer;
  }

  private ObjectNode complete(Parameters request) {
    PoolUser user = user(request);
    String challenge =
        Optional.ofNullable(started.remove(user.sub()))
            .orElseThrow(() ->
                new CognitoFault(
                    "WebAuthnChallengeNotFoundException",
                    "Challenge was not found or has expired."));
    if (pool.passkeys(user).size() >= MOST) {
      throw new CognitoFault("LimitExceededException", "The user has 20 passkeys.");
    }
    JsonNode credential = request.json().path("Credential");
    pool.save(webAuthn.register(credential, challenge, user, clock.millis()));
    return Answers.empty();
  }

  /** Everything fits on one page, whatever its size. */
  private ObjectNode list(Parameters request) {
    int size = request.number("MaxResults").orElse(MOST);
    if (size < 0 || size > MOST) {
      throw CognitoFault.constraint(
          "'" + size + "'", "maxResults", "have value less than or equal to 20");
    }
    ObjectNode answer = Answers.empty();
    ArrayNode credentials = answer.putArray("Credentials");
    for (Passkey passkey : pool.passkeys(user(request))) {
      ArrayNode transports =
          credentials
              .addObject()
              .put("CredentialId", passkey.credentialId())
              .put("FriendlyCredentialName", "Passkey")
              .put("RelyingPartyId", passkey.relyingParty())
              .put("CreatedAt", BigDecimal.valueOf(passkey.created(), 3))
              .putArray("AuthenticatorTransports");
      passkey.transports().forEach(transports::add);
    }
    return answer;
  }

  private ObjectNode delete(Parameters request) {
    String id = request.required("CredentialId");
    Passkey passkey =
        pool.passkeys(user(request)).stream()
            .filter(each -> each.credentialId().equals(id))
            .findFirst()
            .orElseThrow(
                () -> new CognitoFault("ResourceNotFoundException", "The passkey does not exist."));
    pool.delete(passkey);
    return Answers.empty();
  }

  private PoolUser user(Parameters request) {
    if (!settings.allowedFirstAuthFactors().contains("WEB_AUTHN")) {
      throw new CognitoFault(
          "WebAuthnNotEnabledException", "Passkeys are not enabled for this user pool.");
    }
    return tokens.holder(request.required("AccessToken")).user();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
