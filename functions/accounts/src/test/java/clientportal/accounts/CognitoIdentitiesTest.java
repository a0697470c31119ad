package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.records.SignInChange;
import clientportal.platform.aws.ScriptedAws;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

final class CognitoIdentitiesTest {
  private static final EmailAddress CARLA = new EmailAddress("carla@example.com");
  private static final PersonId PERSON = new PersonId("8d5c9c5e-6d1f-4c0e-9a53-0e3f3f1a4b11");
  private static final String ATTRIBUTES =
      "[{\"Name\": \"email\", \"Value\": \"carla@example.com\"},"
          + " {\"Name\": \"sub\", \"Value\": \"%s\"}]".formatted(PERSON.value());

  private final ScriptedAws aws = new ScriptedAws(ScriptedAws.Protocol.JSON);
  private final Identities identities =
      new CognitoIdentities(
          aws.client(CognitoIdentityProviderClient.builder(), "COGNITO_IDENTITY_PROVIDER"),
          "pool",
          "client");

  @Test
  void aNewSignIn_isThePersonWithItsSub() {
    aws.answer("AdminCreateUser", "{\"User\": {\"Attributes\": %s}}".formatted(ATTRIBUTES));

    assertThat(identities.create(CARLA)).isEqualTo(PERSON);
  }

  @Test
  void aSignInThatExists_isFound() {
    aws.refuse("AdminCreateUser", 400, "UsernameExistsException")
        .answer("AdminGetUser", "{\"UserAttributes\": %s}".formatted(ATTRIBUTES));

    assertThat(identities.create(CARLA)).isEqualTo(PERSON);
  }

  @Test
  void aSignInWithoutSub_isAFault() {
    aws.answer("AdminCreateUser", "{\"User\": {\"Attributes\": []}}");

    assertThatThrownBy(() -> identities.create(CARLA))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a user without sub");
  }

  @Test
  void renewing_setsThePassword_thenEndsTheSessions_beforePasskeysAreLookedFor() {
    aws.answer("AdminSetUserPassword", "{}")
        .answer("AdminUserGlobalSignOut", "{}")
        .answer("AdminInitiateAuth", "{\"AuthenticationResult\": {\"AccessToken\": \"token\"}}")
        .answer("ListWebAuthnCredentials", "{\"Credentials\": []}");

    identities.renew(SignInChange.of(PERSON), "Correct-horse-9");

    assertThat(aws.calls())
        .containsExactly(
            "AdminSetUserPassword",
            "AdminUserGlobalSignOut",
            "AdminInitiateAuth",
            "ListWebAuthnCredentials");
  }
}
