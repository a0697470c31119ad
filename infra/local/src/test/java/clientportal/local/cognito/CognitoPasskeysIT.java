package clientportal.local.cognito;

import static clientportal.local.cognito.CognitoPool.CLIENT;
import static clientportal.local.cognito.CognitoPool.POOL;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnChallengeNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnCredentialDescription;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnNotEnabledException;

/** A person's own passkeys, and an administrator who signs in as the person to remove them. */
class CognitoPasskeysIT {
  private static final String ADA = "ada@example.com";

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

  private void complete(String accessToken, String id, String type, String challenge) {
    String client = "{\"type\":\"%s\",\"challenge\":\"%s\"}".formatted(type, challenge);
    Document response =
        Document.fromMap(
            Map.of(
                "clientDataJSON",
                Document.fromString(
                    Base64.getUrlEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8))),
                "attestationObject",
                Document.fromString("o2NmbXRkbm9uZQ")));
    pool.client.completeWebAuthnRegistration(r ->
        r.accessToken(accessToken)
            .credential(
                Document.fromMap(Map.of("id", Document.fromString(id), "response", response))));
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
    complete(ada, "one", "webauthn.create", challenge(ada));
    complete(ada, "two", "webauthn.create", challenge(ada));

    assertThat(ids(ada)).containsExactly("one", "two");
    String bob = pool.signIn("bob@example.com").accessToken();
    assertThat(ids(bob)).isEmpty();
    assertThatThrownBy(
            () -> pool.client.deleteWebAuthnCredential(r -> r.accessToken(bob).credentialId("one")))
        .isInstanceOf(ResourceNotFoundException.class);
    pool.client.deleteWebAuthnCredential(r -> r.accessToken(ada).credentialId("one"));
    assertThat(ids(ada)).containsExactly("two");
  }

  @Test
  void whatChangesHowSomebodySignsIn_isReportedByCloudTrail_ifItSucceeds() {
    String sub = pool.createWithPassword(ADA);
    String ada = signIn();
    complete(ada, "one", "webauthn.create", challenge(ada));
    ids(ada);
    pool.client.deleteWebAuthnCredential(r -> r.accessToken(ada).credentialId("one"));
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
  void aRegistration_takesTheChallengeThatWasStarted_once() {
    pool.create(ADA);
    String ada = signIn();
    String challenge = challenge(ada);
    assertThatThrownBy(() -> complete(ada, "one", "webauthn.get", challenge))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> complete(ada, "one", "webauthn.create", "another"))
        .isInstanceOf(WebAuthnChallengeNotFoundException.class);
    assertThatThrownBy(() -> complete(ada, "one", "webauthn.create", challenge))
        .isInstanceOf(WebAuthnChallengeNotFoundException.class);
    assertThat(ids(ada)).isEmpty();
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
