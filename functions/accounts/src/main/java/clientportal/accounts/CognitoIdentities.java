package clientportal.accounts;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import java.util.List;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/** The Cognito user pool. Only the portal creates its users, and Cognito sends them no mail. */
record CognitoIdentities(CognitoIdentityProviderClient cognito, String userPoolId)
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
      return sub(
          cognito
              .adminGetUser(user -> user.userPoolId(userPoolId).username(email.canonical()))
              .userAttributes());
    }
  }

  @Override
  public void setPassword(PersonId person, String password) {
    try {
      cognito.adminSetUserPassword(user ->
          user.userPoolId(userPoolId).username(person.value()).password(password).permanent(true));
    } catch (InvalidPasswordException _) {
      throw Password.tooWeak();
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
