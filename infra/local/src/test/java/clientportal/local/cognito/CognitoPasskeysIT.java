package clientportal.local.cognito;

import static clientportal.local.cognito.CognitoPool.CLIENT;
import static clientportal.local.cognito.CognitoPool.POOL;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.platform.SoftwareAuthenticator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnChallengeNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnCredentialDescription;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnNotEnabledException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnOriginNotAllowedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnRelyingPartyMismatchException;

/**
 * A person's own passkeys, signing in with them, and an administrator who signs in as the person to
 * remove them.
 */
class CognitoPasskeysIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ADA = "ada@example.com";
  private static final String DOMAIN = "localhost";
  private static final String ORIGIN = "http://localhost:3000";

  private CognitoPool pool;

  @BeforeEach
  void start() throws IOException {
    pool = CognitoPool.start(CognitoPool.rotating());
  }

  @AfterEach
  void stop() {
    pool.close();
  }

  private String signIn() {
    return pool.signIn(ADA).accessToken();
  }

  private String challenge(String accessToken) {
    Map<String, Document> options =
        pool.client
            .startWebAuthnRegistration(r -> r.accessToken(accessToken))
            .credentialCreationOptions()
            .asMap();
    return requireNonNull(options.get("challenge")).asString();
  }

  private void complete(String accessToken, String credential) {
    Document sent = document(json(credential));
    pool.client.completeWebAuthnRegistration(r -> r.accessToken(accessToken).credential(sent));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Adds a passkey as the browser that shows a page of the portal does. */
  private SoftwareAuthenticator add(String accessToken) {
    SoftwareAuthenticator passkey = new SoftwareAuthenticator(ORIGIN);
    complete(accessToken, passkey.create(DOMAIN, challenge(accessToken)));
    return passkey;
  }

  private static Document document(JsonNode json) {
    if (json.isObject()) {
      Map<String, Document> members = new LinkedHashMap<>();
      json.properties()
          .forEach(member -> members.put(member.getKey(), document(member.getValue())));
      return Document.fromMap(members);
    }
    if (json.isArray()) {
      return Document.fromList(json.valueStream().map(CognitoPasskeysIT::document).toList());
    }
    return json.isBoolean()
        ? Document.fromBoolean(json.asBoolean())
        : Document.fromString(json.asText());
  }

  private static JsonNode options(InitiateAuthResponse asked) {
    assertThat(asked.challengeName()).isEqualTo(ChallengeNameType.WEB_AUTHN);
    return json(requireNonNull(asked.challengeParameters().get("CREDENTIAL_REQUEST_OPTIONS")));
  }

  private RespondToAuthChallengeResponse answer(String session, String credential) {
    return pool.respond(
        ChallengeNameType.WEB_AUTHN, session, Map.of("USERNAME", ADA, "CREDENTIAL", credential));
  }

  private List<String> ids(String accessToken) {
    return pool
        .client
        .listWebAuthnCredentials(r -> r.accessToken(accessToken))
        .credentials()
        .stream()
        .map(WebAuthnCredentialDescription::credentialId)
        .toList();
  }

  @Test
  void passkeys_areAddedListedAndDeleted_byTheirOwnerAlone() {
    pool.create(ADA);
    pool.create("bob@example.com");
    String ada = signIn();
    String one = add(ada).credentialId();
    String two = add(ada).credentialId();

    assertThat(ids(ada)).containsExactly(one, two);
    String bob = pool.signIn("bob@example.com").accessToken();
    assertThat(ids(bob)).isEmpty();
    assertThatThrownBy(
            () -> pool.client.deleteWebAuthnCredential(r -> r.accessToken(bob).credentialId(one)))
        .isInstanceOf(ResourceNotFoundException.class);
    pool.client.deleteWebAuthnCredential(r -> r.accessToken(ada).credentialId(one));
    assertThat(ids(ada)).containsExactly(two);
  }

  @Test
  void whatChangesHowSomebodySignsIn_isReportedByCloudTrail_ifItSucceeds() {
    String sub = pool.createWithPassword(ADA);
    String ada = signIn();
    String one = add(ada).credentialId();
    ids(ada);
    pool.client.deleteWebAuthnCredential(r -> r.accessToken(ada).credentialId(one));
    assertThatThrownBy(() ->
            pool.client.changePassword(r ->
                r.accessToken(ada)
                    .previousPassword("Wrong-1-xyz")
                    .proposedPassword("New-Passw0rd")))
        .isInstanceOf(NotAuthorizedException.class);
    pool.client.changePassword(r ->
        r.accessToken(ada).previousPassword(CognitoPool.PASSWORD).proposedPassword("New-Passw0rd"));

    assertThat(pool.trail)
        .allSatisfy(event -> {
          assertThat(event).containsEntry("source", "aws.cognito-idp");
          assertThat(event.toString()).contains("sub=" + sub).doesNotContain(ada, "New-Passw0rd");
        })
        .extracting(event -> event.toString().replaceFirst(".*eventName=(\\w+),.*", "$1"))
        .containsExactly(
            "CompleteWebAuthnRegistration", "DeleteWebAuthnCredential", "ChangePassword");
  }

  @Test
  void aRegistration_takesTheChallengeThatWasStarted_once_fromAPageOfTheDomain() {
    pool.create(ADA);
    String ada = signIn();
    SoftwareAuthenticator passkey = new SoftwareAuthenticator(ORIGIN);
    String challenge = challenge(ada);
    String signIn = passkey.get(DOMAIN, challenge);
    assertThatThrownBy(() -> complete(ada, signIn)).isInstanceOf(InvalidParameterException.class);
    String late = passkey.create(DOMAIN, challenge);
    assertThatThrownBy(() -> complete(ada, late))
        .isInstanceOf(WebAuthnChallengeNotFoundException.class);
    challenge(ada);
    assertThatThrownBy(() -> complete(ada, late)).isInstanceOf(InvalidParameterException.class);
    for (String origin : List.of("http://localhost.evil.test", "https://evil.test")) {
      String elsewhere = new SoftwareAuthenticator(origin).create(DOMAIN, challenge(ada));
      assertThatThrownBy(() -> complete(ada, elsewhere))
          .isInstanceOf(WebAuthnOriginNotAllowedException.class);
    }
    String other = passkey.create("evil.test", challenge(ada));
    assertThatThrownBy(() -> complete(ada, other))
        .isInstanceOf(WebAuthnRelyingPartyMismatchException.class);
    assertThat(ids(ada)).isEmpty();
  }

  @Test
  void whoHasAPasskey_signsInWithIt_andTheTokenSaysSo() throws Exception {
    pool.create(ADA);
    SoftwareAuthenticator passkey = add(signIn());

    InitiateAuthResponse asked = pool.prefer(ADA, "WEB_AUTHN");
    JsonNode options = options(asked);
    assertThat(options.path("rpId").asText()).isEqualTo(DOMAIN);
    assertThat(options.at("/allowCredentials/0/id").asText()).isEqualTo(passkey.credentialId());
    assertThat(asked.availableChallengesAsStrings()).contains("EMAIL_OTP", "WEB_AUTHN");
    String signed = passkey.get(DOMAIN, options.path("challenge").asText());
    var tokens = answer(asked.session(), signed).authenticationResult();

    JWTClaimsSet claims = SignedJWT.parse(tokens.accessToken()).getJWTClaimsSet();
    assertThat(claims.getStringListClaim("amr")).containsExactly("hwk");
    assertThat(claims.getStringClaim("acr")).isEqualTo("urn:cognito:loa:3");
    InitiateAuthResponse again = pool.prefer(ADA, "WEB_AUTHN");
    assertThatThrownBy(() -> answer(again.session(), signed))
        .isInstanceOf(NotAuthorizedException.class);
    assertThatThrownBy(() ->
            answer(again.session(), passkey.get(DOMAIN, options(again).path("challenge").asText())))
        .as("the session is used up")
        .isInstanceOf(NotAuthorizedException.class);
  }

  @Test
  void aPasskeyOfSomebodyElse_doesNotSignIn() {
    pool.create(ADA);
    pool.create("bob@example.com");
    add(signIn());
    SoftwareAuthenticator bobs = add(pool.signIn("bob@example.com").accessToken());

    InitiateAuthResponse asked = pool.prefer(ADA, "WEB_AUTHN");
    String signed = bobs.get(DOMAIN, options(asked).path("challenge").asText());

    assertThatThrownBy(() -> answer(asked.session(), signed))
        .isInstanceOf(NotAuthorizedException.class);
  }

  @Test
  void whoHasNoPasskey_choosesAnotherWay() {
    pool.create(ADA);

    InitiateAuthResponse asked = pool.prefer(ADA, "WEB_AUTHN");

    assertThat(asked.challengeName()).isEqualTo(ChallengeNameType.SELECT_CHALLENGE);
    assertThat(asked.availableChallengesAsStrings()).doesNotContain("WEB_AUTHN");
  }

  @Test
  void aTokenThatWasRevoked_addsAndListsNothing() {
    pool.create(ADA);
    String ada = signIn();
    pool.client.adminUserGlobalSignOut(r -> r.userPoolId(POOL).username(ADA));
    assertThatThrownBy(() -> challenge(ada)).isInstanceOf(NotAuthorizedException.class);
    assertThatThrownBy(() -> ids(ada)).isInstanceOf(NotAuthorizedException.class);
  }

  @Test
  void aPoolWithoutPasskeys_refusesThem() throws IOException {
    try (CognitoPool other =
        CognitoPool.start(
            CognitoPool.allowing(Set.of("ALLOW_USER_AUTH"), Set.of("EMAIL_OTP", "PASSWORD")))) {
      other.create(ADA);
      String token = other.signIn(ADA).accessToken();
      assertThatThrownBy(() -> other.client.startWebAuthnRegistration(r -> r.accessToken(token)))
          .isInstanceOf(WebAuthnNotEnabledException.class);
    }
  }

  @Test
  void anAdministrator_signsInWithThePassword_ifTheClientAllowsIt() throws IOException {
    String sub = pool.createWithPassword(ADA);
    Map<String, String> right = Map.of("USERNAME", sub, "PASSWORD", CognitoPool.PASSWORD);
    assertThat(
            pool.client
                .adminInitiateAuth(r ->
                    r.userPoolId(POOL)
                        .clientId(CLIENT)
                        .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                        .authParameters(right))
                .authenticationResult()
                .accessToken())
        .isNotEmpty();
    assertThatThrownBy(() ->
            pool.client.adminInitiateAuth(r ->
                r.userPoolId(POOL)
                    .clientId(CLIENT)
                    .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                    .authParameters(Map.of("USERNAME", sub, "PASSWORD", "Wrong-Passw0rd"))))
        .isInstanceOf(NotAuthorizedException.class);
    try (CognitoPool other = CognitoPool.start()) {
      other.createWithPassword(ADA);
      assertThatThrownBy(() ->
              other.client.adminInitiateAuth(r ->
                  r.userPoolId(POOL)
                      .clientId(CLIENT)
                      .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                      .authParameters(right)))
          .isInstanceOf(InvalidParameterException.class)
          .hasMessageContaining("not enabled");
    }
  }
}
