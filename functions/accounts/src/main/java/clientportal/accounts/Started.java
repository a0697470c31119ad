package clientportal.accounts;

import clientportal.access.records.Token;
import clientportal.platform.Hashes;
import clientportal.platform.Secrets;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.time.Instant;

/** What the browser keeps, to use the verification that is mailed with it. */
record Started(String browserKey, Instant expiresAt) {

  static Started at(Instant now) {
    return new Started(Secrets.token(), now.plus(Token.VERIFICATION));
  }

  String browserKeyHash() {
    return Hashes.sha256(browserKey);
  }

  JsonObject json() {
    return Json.object().with("browserKey", browserKey).with("expiresAt", expiresAt);
  }

  /** Hides the key where the record is printed. */
  @Override
  public String toString() {
    return "Started";
  }
}
