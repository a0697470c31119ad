package clientportal.driver;

import static clientportal.driver.Portal.json;

import clientportal.local.messaging.Message;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicInteger;

/** A browser at a firm's site in which nobody is signed in, at an IP address of its own. */
public record Visitor(String sourceIp) {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** A password that is strong enough. */
  public static final String PASSWORD = "Correct-horse-9";

  /** Returns one at an IP address that was not used before. */
  public static Visitor elsewhere() {
    int number = NUMBER.incrementAndGet();
    return new Visitor("198.18." + number / 250 + "." + (number % 250 + 1));
  }

  public Answer post(String path, ObjectNode body) {
    return Portal.anonymous("POST", path).header("X-Local-Source-Ip", sourceIp).json(body).send();
  }

  public Answer register(String site, String name, String email) {
    return post(
        "/v1/registrations", json().put("site", site).put("name", name).put("email", email));
  }

  public Answer requestPasswordReset(String email) {
    return post("/v1/password-resets", json().put("email", email));
  }

  public Answer accept(String invitation) {
    return post("/v1/invitations/accept", json().put("token", invitation));
  }

  public Answer verify(ObjectNode body) {
    return post("/v1/verifications", body);
  }

  public Answer resetPassword(ObjectNode body) {
    return post("/v1/password-resets/confirmation", body);
  }

  /** The token of a mail and the key of the browser that asked for it. */
  public record Asked(String email, String token, String code, String browserKey) {
    public ObjectNode withKey() {
      return json().put("token", token).put("browserKey", browserKey);
    }

    public ObjectNode withCode() {
      return withCode(code);
    }

    public ObjectNode withCode(String typed) {
      return json().put("token", token).put("code", typed);
    }

    /** Returns a code that is not the one of the mail. */
    public String wrongCode() {
      return code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1);
    }
  }

  /** Takes the newest mail with a token to an address as the one that was asked for. */
  public static Asked asked(String email, Answer started) {
    Message mail = Portal.lastMailWithToken(email);
    return new Asked(
        email, Portal.token(mail), Portal.code(mail), started.is(202).text("browserKey"));
  }

  /** Asks for the registration of an address and reads the mail. */
  public Asked registering(String site, String name, String email) {
    return asked(email, register(site, name, email));
  }

  /** Asks for another password and reads the mail. */
  public Asked resetting(String email) {
    return asked(email, requestPasswordReset(email));
  }

  /** Accepts the invitation in the newest mail to an address and reads the answer. */
  public Asked accepting(String email) {
    return asked(email, accept(Portal.newestToken(email)));
  }

  /** Accepts an invitation and reads the answer. */
  public Asked accepting(String email, String invitation) {
    return asked(email, accept(invitation));
  }
}
