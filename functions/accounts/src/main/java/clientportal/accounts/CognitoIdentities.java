package clientportal.accounts;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.platform.table.ConflictException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordHistoryPolicyViolationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnCredentialDescription;

/** The Cognito user pool. Only the portal creates its users, and Cognito sends them no mail. */
record CognitoIdentities(
    CognitoIdentityProviderClient cognito, String userPoolId, String userPoolClientId)
    implements Identities {
  @Override
  public PersonId create(EmailAddress email) {
    try {
      return sub(
          cognito
              .adminCreateUser(user ->
                  user.userPoolId(userPoolId)
                      .username(email.canonical())
                      .messageAction(MessageActionType.SUPPRESS)
                      .userAttributes(
                          attribute("email", email.canonical()),
                          attribute("email_verified", "true")))
              .user()
              .attributes());
    } catch (UsernameExistsException _) {
      return existing(email);
    }
  }

  private PersonId existing(EmailAddress email) {
    try {
      return sub(
          cognito
              .adminGetUser(user -> user.userPoolId(userPoolId).username(email.canonical()))
              .userAttributes());
    } catch (UserNotFoundException _) {
      throw new ConflictException("the sign-in was deleted at this moment");
    }
  }

  @Override
  public void setPassword(PersonId person, String password) {
    try {
      cognito.adminSetUserPassword(user ->
          user.userPoolId(userPoolId).username(person.value()).password(password).permanent(true));
    } catch (InvalidPasswordException
        | InvalidParameterException
        | PasswordHistoryPolicyViolationException refused) {
      throw Password.tooWeak();
    }
  }

  @Override
  public void renew(PersonId person, String password) {
    setPassword(person, password);
    endSessions(person);
    removePasskeys(person, password);
  }

  /** The app stays until no earlier password and no earlier token is left. */
  @Override
  public void startOver(PersonId person, String password) {
    setPassword(person, password);
    endSessions(person);
    cognito.adminSetUserMFAPreference(user ->
        user.userPoolId(userPoolId)
            .username(person.value())
            .softwareTokenMfaSettings(app -> app.enabled(false).preferredMfa(false)));
    removePasskeys(person, password);
  }

  /**
   * Passkeys can be listed and deleted only with an access token of their owner, so this signs in
   * with the new password. Every token is revoked before the passkeys are read, so that once there
   * are none, nobody is left who could add another.
   */
  private void removePasskeys(PersonId person, String password) {
    try {
      while (signIn(person, password).filter(this::removePasskeys).isPresent()) {
        endSessions(person);
      }
    } catch (NotAuthorizedException _) {
      throw new ConflictException("the password was changed or the session ended at this moment");
    }
  }

  /** Returns an access token; empty if Cognito asks for a code of an authenticator app. */
  private Optional<String> signIn(PersonId person, String password) {
    return Optional.ofNullable(
            cognito
                .adminInitiateAuth(signIn ->
                    signIn
                        .userPoolId(userPoolId)
                        .clientId(userPoolClientId)
                        .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                        .authParameters(Map.of("USERNAME", person.value(), "PASSWORD", password)))
                .authenticationResult())
        .map(AuthenticationResultType::accessToken);
  }

  /** Tells whether there were any. A person has at most 20, which is one page. */
  private boolean removePasskeys(String accessToken) {
    List<WebAuthnCredentialDescription> passkeys =
        cognito
            .listWebAuthnCredentials(list -> list.accessToken(accessToken).maxResults(20))
            .credentials();
    passkeys.forEach(passkey -> removePasskey(accessToken, passkey.credentialId()));
    return !passkeys.isEmpty();
  }

  private void removePasskey(String accessToken, String id) {
    try {
      cognito.deleteWebAuthnCredential(delete -> delete.accessToken(accessToken).credentialId(id));
    } catch (ResourceNotFoundException _) {
      throw new ConflictException("the passkey was removed at this moment");
    }
  }

  @Override
  public void endSessions(PersonId person) {
    cognito.adminUserGlobalSignOut(user -> user.userPoolId(userPoolId).username(person.value()));
  }

  private static AttributeType attribute(String name, String value) {
    return AttributeType.builder().name(name).value(value).build();
  }

  private static PersonId sub(List<AttributeType> attributes) {
    return attributes.stream()
        .filter(attribute -> attribute.name().equals("sub"))
        .findFirst()
        .map(attribute -> new PersonId(attribute.value()))
        .orElseThrow(() -> new IllegalStateException("a user without sub"));
  }
}
