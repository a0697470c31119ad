package clientportal.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;

/**
 * An answer of the portal.
 *
 * @param json missing where the body is not JSON
 */
record Answer(int status, String body, JsonNode json) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Answer of(int status, String body) {
    return new Answer(status, body, parsed(body));
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Returns the text of a member. */
  Optional<String> text(String member) {
    JsonNode node = json.path(member);
    return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
  }

  /** Returns the text of a member that is always there. */
  String require(String member) {
    return text(member)
        .orElseThrow(() -> new DemoFault("an answer has no " + member + ": " + body.strip()));
  }
}
