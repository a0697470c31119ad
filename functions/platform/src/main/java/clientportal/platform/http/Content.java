package clientportal.platform.http;

import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.util.Base64;

/**
 * The body of an answer, as it is handed to the gateway.
 *
 * @param isBase64 whether it is bytes, which the gateway decodes
 */
record Content(String text, boolean isBase64) {
  static Content of(JsonObject json) {
    return new Content(Json.write(json), false);
  }

  static Content of(byte[] bytes) {
    return new Content(Base64.getEncoder().encodeToString(bytes), true);
  }
}
