package clientportal.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.Map;

/** A person who has signed in. */
final class Session {
  private final LocalPortal portal;
  private final String accessToken;

  private Session(LocalPortal portal, String accessToken) {
    this.portal = portal;
    this.accessToken = accessToken;
  }

  /** Signs in with a code from the mail. */
  static Session withCode(LocalPortal portal, Visitor visitor) throws InterruptedException {
    Inbox inbox = Inbox.of(portal, visitor);
    Answer started =
        required(
            visitor,
            portal.cognito(
                "InitiateAuth",
                Map.of(
                    "AuthFlow",
                    "USER_AUTH",
                    "ClientId",
                    portal.staffClientId(),
                    "AuthParameters",
                    Map.of("USERNAME", visitor.email(), "PREFERRED_CHALLENGE", "EMAIL_OTP"))));
    Answer done =
        portal.cognito(
            "RespondToAuthChallenge",
            Map.of(
                "ChallengeName",
                "EMAIL_OTP",
                "ClientId",
                portal.staffClientId(),
                "Session",
                started.require("Session"),
                "ChallengeResponses",
                Map.of("USERNAME", visitor.email(), "EMAIL_OTP_CODE", inbox.await(Inbox.CODE))));
    return of(portal, required(visitor, done));
  }

  /** Follows the invitation in the mail, chooses the demo's password and signs in with it. */
  static Session acceptInvitation(LocalPortal portal, Visitor visitor, Inbox mail)
      throws InterruptedException {
    Answer accepted =
        portal.post(
            visitor, "/v1/invitations/accept", Map.of("token", mail.await(Inbox.INVITATION)));
    portal.post(
        visitor,
        "/v1/verifications",
        Map.of(
            "token",
            mail.await(Inbox.VERIFICATION),
            "browserKey",
            accepted.require("browserKey"),
            "password",
            Cast.PASSWORD));
    return withPassword(portal, visitor);
  }

  /** Signs in with the demo's password. */
  private static Session withPassword(LocalPortal portal, Visitor visitor)
      throws InterruptedException {
    return of(portal, required(visitor, byPassword(portal, visitor)));
  }

  /** Tells whether the demo's password opens the portal to a person. */
  static boolean opensWithPassword(LocalPortal portal, Visitor visitor)
      throws InterruptedException {
    return byPassword(portal, visitor).json().has("AuthenticationResult");
  }

  private static Answer byPassword(LocalPortal portal, Visitor visitor)
      throws InterruptedException {
    return portal.cognito(
        "InitiateAuth",
        Map.of(
            "AuthFlow",
            "USER_AUTH",
            "ClientId",
            portal.staffClientId(),
            "AuthParameters",
            Map.of(
                "USERNAME",
                visitor.email(),
                "PREFERRED_CHALLENGE",
                "PASSWORD",
                "PASSWORD",
                Cast.PASSWORD)));
  }

  private static Answer required(Visitor visitor, Answer answer) {
    if (!answer.isSuccess()) {
      throw new DemoFault("the sign-in of " + visitor.email(), answer);
    }
    return answer;
  }

  private static Session of(LocalPortal portal, Answer answer) {
    JsonNode token = answer.json().at("/AuthenticationResult/AccessToken");
    if (!token.isTextual()) {
      throw new DemoFault("Cognito gave no access token");
    }
    return new Session(portal, token.textValue());
  }

  Answer get(String path) throws InterruptedException {
    return portal.expect("GET " + path, request(path));
  }

  Answer post(String path, Map<String, ?> body) throws InterruptedException {
    return send("POST", path, "application/json", body);
  }

  Answer put(String path, Map<String, ?> body) throws InterruptedException {
    return send("PUT", path, "application/json", body);
  }

  Answer patch(String path, Map<String, ?> body) throws InterruptedException {
    return send("PATCH", path, "application/merge-patch+json", body);
  }

  /** Uploads a file where and as a declared upload says. */
  void upload(JsonNode upload, byte[] bytes) throws InterruptedException {
    portal.put(upload, bytes);
  }

  private Answer send(String method, String path, String type, Map<String, ?> body)
      throws InterruptedException {
    return portal.expect(
        method + " " + path,
        request(path).header("Content-Type", type).method(method, LocalPortal.json(body)));
  }

  private HttpRequest.Builder request(String path) {
    return portal.request(path).header("Authorization", "Bearer " + accessToken);
  }
}
