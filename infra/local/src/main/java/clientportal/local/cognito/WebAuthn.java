package clientportal.local.cognito;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies what a browser sends of a passkey: the challenge, the page's origin, that a finger or a
 * PIN has unlocked it, and the signature. Attestations are not asked for, as by Cognito.
 */
final class WebAuthn {
  static final List<Long> ALGORITHMS =
      List.of(COSEAlgorithmIdentifier.ES256.getValue(), COSEAlgorithmIdentifier.RS256.getValue());

  private static final List<PublicKeyCredentialParameters> OFFERED =
      ALGORITHMS.stream()
          .map(algorithm ->
              new PublicKeyCredentialParameters(
                  PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(algorithm)))
          .toList();

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter keys =
      new AttestedCredentialDataConverter(converter);
  private final String relyingParty;

  WebAuthn(String relyingParty) {
    this.relyingParty = relyingParty;
  }

  /** Returns the passkey that a browser has made for a user. */
  Passkey register(JsonNode credential, String challenge, PoolUser user, long now) {
    RegistrationData data;
    try {
      data =
          manager.verifyRegistrationResponseJSON(
              credential.toString(), new RegistrationParameters(server(challenge), OFFERED, true));
    } catch (BadOriginException e) {
      throw new CognitoFault("WebAuthnOriginNotAllowedException", "The origin is not allowed.");
    } catch (BadRpIdException e) {
      throw new CognitoFault(
          "WebAuthnRelyingPartyMismatchException", "The relying party does not match.");
    } catch (RuntimeException e) {
      // The library has no common type for what is incomplete, not readable or not right.
      throw CognitoFault.invalidParameter("Invalid WebAuthn credential.");
    }
    var authenticator = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
    AttestedCredentialData made = Objects.requireNonNull(authenticator.getAttestedCredentialData());
    return new Passkey(
        id(made.getCredentialId()),
        user.sub(),
        relyingParty,
        now,
        Base64.getEncoder().encodeToString(keys.convert(made)),
        transports(data.getTransports()),
        authenticator.isFlagBE(),
        authenticator.getSignCount());
  }

  /** Requires the signature of one of these passkeys; returns it with its new count of uses. */
  Passkey verify(List<Passkey> passkeys, String credential, String challenge) {
    try {
      String id = JSON.readTree(credential).path("id").asText();
      Passkey passkey =
          passkeys.stream()
              .filter(each -> each.credentialId().equals(id))
              .findFirst()
              .orElseThrow(WebAuthn::invalid);
      AuthenticationData data =
          manager.verifyAuthenticationResponseJSON(
              credential,
              new AuthenticationParameters(server(challenge), stored(passkey), null, true));
      return passkey.used(Objects.requireNonNull(data.getAuthenticatorData()).getSignCount());
    } catch (JsonProcessingException | RuntimeException e) {
      throw invalid();
    }
  }

  private static CognitoFault invalid() {
    return CognitoFault.notAuthorized("Invalid WebAuthn credential.");
  }

  private static String id(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private CredentialRecord stored(Passkey passkey) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        true,
        passkey.synced(),
        null,
        passkey.uses(),
        keys.convert(Base64.getDecoder().decode(passkey.key())),
        null,
        null,
        null,
        Set.of());
  }

  private static List<String> transports(@Nullable Set<AuthenticatorTransport> transports) {
    return transports == null
        ? List.of()
        : transports.stream().map(AuthenticatorTransport::getValue).sorted().toList();
  }

  private ServerProperty server(String challenge) {
    return ServerProperty.builder()
        .originPredicate(this::isOurs)
        .rpId(relyingParty)
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  /** Pages of the domain and below it, by HTTPS; on this machine by HTTP, too. */
  private boolean isOurs(Origin origin) {
    String host = String.valueOf(origin.getHost());
    return (host.equals(relyingParty) || host.endsWith("." + relyingParty))
        && ("https".equals(origin.getScheme()) || host.equals("localhost"));
  }
}
