package clientportal.local.cognito;

/** An error of Cognito's API, with the name and message that Cognito itself gives. */
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

  /** The same error for an unknown user, a wrong password and a user without a password. */
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

  /** A member of the request that breaks a constraint of the API's model. */
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
