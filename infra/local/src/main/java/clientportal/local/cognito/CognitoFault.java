package clientportal.local.cognito;

/** An error of Cognito's API, by the name and the message that the real one gives. */
final class CognitoFault extends RuntimeException {
  private final String type;

  CognitoFault(String type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  String type() {
    return type;
  }

  String text() {
    return String.valueOf(getMessage());
  }

  static CognitoFault notAuthorized(String message) {
    return new CognitoFault("NotAuthorizedException", message);
  }

  /** One answer for an unknown user, a wrong password and a user who has none. */
  static CognitoFault incorrectPassword() {
    return notAuthorized("Incorrect username or password.");
  }

  static CognitoFault disabled() {
    return notAuthorized("User is disabled.");
  }

  static CognitoFault unknownUser() {
    return new CognitoFault("UserNotFoundException", "User does not exist.");
  }

  static CognitoFault invalidParameter(String message) {
    return new CognitoFault("InvalidParameterException", message);
  }

  static CognitoFault missing(String parameter) {
    return invalidParameter("Missing required parameter " + parameter);
  }

  /** A member of the request that the service's model refuses, in the model's words. */
  static CognitoFault constraint(String value, String member, String rule) {
    return invalidParameter(
        "1 validation error detected: Value "
            + value
            + " at '"
            + member
            + "' failed to satisfy constraint: Member must "
            + rule);
  }
}
