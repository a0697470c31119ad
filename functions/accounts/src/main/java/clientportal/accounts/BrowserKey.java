package clientportal.accounts;

import clientportal.access.records.Token;
import clientportal.platform.Hashes;
import clientportal.platform.Secrets;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.time.Instant;

/** The key with which the browser that requested a verification can complete it. */
record BrowserKey(String value, Instant expiresAt) {

  static BrowserKey create(Instant now) {
    return new BrowserKey(Secrets.token(), now.plus(Token.VERIFICATION));
  }

  String hash() {
    return Hashes.sha256(value);
  }

  JsonObject json() {
    return Json.object().with("browserKey", value).with("expiresAt", expiresAt);
  }

  /** Hides the key where the record is printed. */
  @Override
  public String toString() {
    return "BrowserKey";
  }
}
