package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.records.SignInChange;
import clientportal.platform.aws.AwsErrorTable;
import clientportal.platform.aws.ScriptedAws;
import clientportal.platform.problem.ProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** Every error that Cognito's model names for the calls that are made, and its answer. */
final class CognitoErrorsTest {
  private static final PersonId PERSON = new PersonId("8d5c9c5e-6d1f-4c0e-9a53-0e3f3f1a4b11");
  private static final SignInChange CHANGE = SignInChange.of(PERSON);

  private final ScriptedAws aws =
      new ScriptedAws(ScriptedAws.Protocol.JSON)
          .answer(
              "AdminGetUser",
              "{\"UserAttributes\": [{\"Name\": \"sub\", \"Value\": \"%s\"}]}"
                  .formatted(PERSON.value()))
          .answer("AdminSetUserMFAPreference", "{}")
          .answer("AdminSetUserPassword", "{}")
          .answer("AdminUserGlobalSignOut", "{}")
          .answer("AdminInitiateAuth", "{\"AuthenticationResult\": {\"AccessToken\": \"token\"}}")
          .answer(
              "ListWebAuthnCredentials", "{\"Credentials\": [{\"CredentialId\": \"passkey\"}]}");
  private final Identities identities =
      new CognitoIdentities(
          aws.client(CognitoIdentityProviderClient.builder(), "COGNITO_IDENTITY_PROVIDER"),
          "pool",
          "client");

  private void create() {
    identities.create(new EmailAddress("carla@example.com"));
  }

  private void createWhereThereIsOne() {
    aws.refuse("AdminCreateUser", 400, "UsernameExistsException");
    create();
  }

  private void renew() {
    identities.renew(CHANGE, "Correct-horse-9");
  }

  @Test
  void anAppIsOn_untilTheNewPasswordIsAccepted_andEarlierTokensHaveEnded() {
    aws.answer("ListWebAuthnCredentials", "{\"Credentials\": []}")
        .refuse("AdminSetUserPassword", 400, "InvalidPasswordException");
    assertThatThrownBy(() -> identities.startOver(CHANGE, "Correct-horse-9"))
        .isInstanceOf(ProblemException.class);
    assertThat(aws.calls()).containsExactly("AdminSetUserPassword");

    aws.recover("AdminSetUserPassword");
    identities.startOver(CHANGE, "Correct-horse-9");

    assertThat(aws.calls())
        .startsWith(
            "AdminSetUserPassword",
            "AdminSetUserPassword",
            "AdminUserGlobalSignOut",
            "AdminSetUserMFAPreference",
            "AdminInitiateAuth");
  }

  @Test
  void everyError_hasItsAnswer() {
    AwsErrorTable.read()
        .check(
            "Cognito",
            CognitoIdentityProviderClient.class,
            aws,
            Map.of(
                "AdminCreateUser", this::create,
                "AdminGetUser", this::createWhereThereIsOne,
                "AdminSetUserPassword", () -> identities.setPassword(PERSON, "Correct-horse-9"),
                "AdminSetUserMFAPreference", () -> identities.startOver(CHANGE, "Correct-horse-9"),
                "AdminUserGlobalSignOut", () -> identities.endSessions(PERSON),
                "AdminInitiateAuth", this::renew,
                "ListWebAuthnCredentials", this::renew,
                "DeleteWebAuthnCredential", this::renew));
  }
}
