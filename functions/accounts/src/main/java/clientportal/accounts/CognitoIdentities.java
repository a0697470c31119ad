package clientportal.accounts;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.records.SignInChange;
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
  public void renew(SignInChange change, String password) {
    setPassword(change.person(), password);
    endSessions(change.person());
    removePasskeys(change, password);
  }

  /** The app stays until no earlier password and no earlier token is left. */
  @Override
  public void startOver(SignInChange change, String password) {
    PersonId person = change.person();
    setPassword(person, password);
    endSessions(person);
    cognito.adminSetUserMFAPreference(user ->
        user.userPoolId(userPoolId)
            .username(person.value())
            .softwareTokenMfaSettings(app -> app.enabled(false).preferredMfa(false)));
    removePasskeys(change, password);
  }

  /**
   * Passkeys can be listed and deleted only with an access token of their owner, so this signs in
   * with the new password. Every token is revoked before the passkeys are read, so that once there
   * are none, nobody is left who could add another.
   */
  private void removePasskeys(SignInChange change, String password) {
    try {
      while (signIn(change.person(), password)
          .filter(token -> removedPasskeys(change, token))
          .isPresent()) {
        endSessions(change.person());
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
  private boolean removedPasskeys(SignInChange change, String accessToken) {
    List<WebAuthnCredentialDescription> passkeys =
        cognito
            .listWebAuthnCredentials(list -> list.accessToken(accessToken).maxResults(20))
            .credentials();
    passkeys.forEach(passkey -> removePasskey(change, accessToken, passkey.credentialId()));
    return !passkeys.isEmpty();
  }

  /**
   * CloudTrail reports this call as one of the person. Its user agent names the change, so that the
   * report is not taken for a removal by somebody else.
   */
  private void removePasskey(SignInChange change, String accessToken, String id) {
    try {
      cognito.deleteWebAuthnCredential(delete ->
          delete
              .accessToken(accessToken)
              .credentialId(id)
              .overrideConfiguration(call ->
                  call.addApiName(name -> name.name(SignInChange.AGENT).version(change.claim()))));
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
