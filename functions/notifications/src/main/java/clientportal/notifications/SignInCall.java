package clientportal.notifications;

import clientportal.access.ids.PersonId;
import clientportal.notifications.mail.SignInChangedMail.Change;
import clientportal.platform.json.JsonReader;
import java.time.Instant;
import java.util.Optional;

/**
 * A call with which a person, or whoever has one of their tokens, changed how the person signs in.
 * Browsers make it to Cognito, not to us; CloudTrail reports it.
 *
 * @param id of the report
 * @param userAgent as the caller says
 */
record SignInCall(String id, PersonId person, Change change, Instant at, String userAgent) {

  /** Reads an event of EventBridge; empty if the call failed or changed something else. */
  static Optional<SignInCall> of(JsonReader event) {
    JsonReader detail = event.object("detail");
    boolean hasFailed =
        detail.optionalText("errorCode").filter(code -> !code.isEmpty()).isPresent();
    Optional<String> person = detail.object("additionalEventData").optionalText("sub");
    if (hasFailed || person.isEmpty()) {
      return Optional.empty();
    }
    return change(detail.text("eventName"))
        .map(change ->
            new SignInCall(
                detail.text("eventID"),
                new PersonId(person.get()),
                change,
                Instant.parse(detail.text("eventTime")),
                detail.optionalText("userAgent").orElse("")));
  }

  private static Optional<Change> change(String call) {
    return switch (call) {
      case "ChangePassword" -> Optional.of(Change.PASSWORD_SET);
      case "CompleteWebAuthnRegistration" -> Optional.of(Change.PASSKEY_ADDED);
      case "DeleteWebAuthnCredential" -> Optional.of(Change.PASSKEY_REMOVED);
      case "VerifySoftwareToken" -> Optional.of(Change.APP_ADDED);
      case "SetUserMFAPreference" -> Optional.of(Change.SECOND_FACTOR_SWITCHED);
      default -> Optional.empty();
    };
  }
}
