package clientportal.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The operations on a person's own passkeys. The authenticator's attestation is not verified: a
 * passkey is listed and deleted here, but nobody signs in with it.
 */
final class Passkeys {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final String RELYING_PARTY = "localhost";
  private static final int MOST = 20;

  private final CognitoSettings settings;
  private final Clock clock;
  private final UserPool pool;
  private final Tokens tokens;

  /** The challenges of registrations that were started, by user. */
  private final Map<String, String> started = new HashMap<>();

  Passkeys(CognitoSettings settings, Clock clock, UserPool pool, Tokens tokens) {
    this.settings = settings;
    this.clock = clock;
    this.pool = pool;
    this.tokens = tokens;
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
    options.putObject("rp").put("id", RELYING_PARTY).put("name", RELYING_PARTY);
    options
        .putObject("user")
        .put("id", base64(user.sub().getBytes(StandardCharsets.UTF_8)))
        .put("name", user.email())
        .put("displayName", user.email());
    options.put("challenge", challenge);
    ArrayNode algorithms = options.putArray("pubKeyCredParams");
    List.of(-7, -257)
        .forEach(alg -> algorithms.addObject().put("type", "public-key").put("alg", alg));
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
    JsonNode credential = request.json().path("Credential");
    String id = credential.path("id").asText();
    JsonNode client = client(credential.at("/response/clientDataJSON").asText());
    if (id.isEmpty()
        || !client.path("type").asText().equals("webauthn.create")
        || credential.at("/response/attestationObject").asText().isEmpty()) {
      throw CognitoFault.invalidParameter("Invalid WebAuthn credential.");
    }
    String challenge =
        Optional.ofNullable(started.remove(user.sub()))
            .filter(client.path("challenge").asText()::equals)
            .orElseThrow(() ->
                new CognitoFault(
                    "WebAuthnChallengeNotFoundException",
                    "Challenge was not found or has expired."));
    if (challenge.isEmpty() || pool.passkeys(user).size() >= MOST) {
      throw new CognitoFault("LimitExceededException", "The user has 20 passkeys.");
    }
    pool.save(new Passkey(id, user.sub(), RELYING_PARTY, clock.millis()));
    return Answers.empty();
  }

  private static JsonNode client(String clientDataJson) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(clientDataJson));
    } catch (IllegalArgumentException | IOException e) {
      throw CognitoFault.invalidParameter("Invalid WebAuthn credential.");
    }
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
      credentials
          .addObject()
          .put("CredentialId", passkey.credentialId())
          .put("FriendlyCredentialName", "Passkey")
          .put("RelyingPartyId", passkey.relyingParty())
          .put("CreatedAt", BigDecimal.valueOf(passkey.created(), 3))
          .putArray("AuthenticatorTransports");
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
