package clientportal.driver;

import static clientportal.driver.Portal.json;

import clientportal.local.cognito.Totp;
import java.time.Duration;

/** The authenticator app of a person, who signs in with a password and its codes. */
public record AuthenticatorApp(String email, String password, String secret) {

  /** Sets a password, adds an app and turns it on, as a browser does at Cognito. */
  public static AuthenticatorApp of(Person person) {
    String password = Visitor.PASSWORD;
    call("ChangePassword", person, "ProposedPassword", password);
    return add(person, password);
  }

  /** Adds an app and turns it on, for a person who has a password. */
  public static AuthenticatorApp add(Person person, String password) {
    String secret =
        Portal.cognito("AssociateSoftwareToken", json().put("AccessToken", person.accessToken()))
            .is(200)
            .text("SecretCode");
    call("VerifySoftwareToken", person, "UserCode", code(secret));
    Portal.cognito(
            "SetUserMFAPreference",
            json()
                .put("AccessToken", person.accessToken())
                .set(
                    "SoftwareTokenMfaSettings",
                    json().put("Enabled", true).put("PreferredMfa", true)))
        .is(200);
    return new AuthenticatorApp(person.email(), password, secret);
  }

  private static void call(String operation, Person person, String name, String value) {
    Portal.cognito(operation, json().put("AccessToken", person.accessToken()).put(name, value))
        .is(200);
  }

  private static String code(String secret) {
    return Totp.code(secret, Totp.step(Portal.now()));
  }

  /** Signs in with the password and the next code, half a minute later: none is taken twice. */
  public Person signIn() {
    Portal.advance(Duration.ofSeconds(30));
    Answer asked = Portal.signInWithPassword(email, password).is(200);
    Answer done =
        Portal.cognito(
                "RespondToAuthChallenge",
                json()
                    .put("ClientId", Portal.clientId())
                    .put("ChallengeName", "SOFTWARE_TOKEN_MFA")
                    .put("Session", asked.text("Session"))
                    .set(
                        "ChallengeResponses",
                        json().put("USERNAME", email).put("SOFTWARE_TOKEN_MFA_CODE", code(secret))))
            .is(200);
    return new Person(
        email,
        done.text("AuthenticationResult/AccessToken"),
        done.text("AuthenticationResult/IdToken"));
  }
}
