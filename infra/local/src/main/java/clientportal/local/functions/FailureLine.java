package clientportal.local.functions;

import clientportal.local.template.Application;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * The line that the stack itself logs for a failed invocation. It has the fields of the functions'
 * own lines, with the API's request id if a request caused the invocation.
 */
final class FailureLine {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private FailureLine() {}

  static String of(
      Application.Function function, String requestId, byte[] payload, String failure) {
    ObjectNode line =
        MAPPER.createObjectNode().put("function", function.name()).put("requestId", requestId);
    JsonNode gateway = event(payload).path("requestContext").path("requestId");
    if (gateway.isTextual()) {
      line.put("gatewayRequestId", gateway.asText());
    }
    return line.put("failure", failure).toString();
  }

  static String trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  private static JsonNode event(byte[] payload) {
    try {
      return MAPPER.readTree(payload);
    } catch (IOException notJson) {
      return MAPPER.createObjectNode();
    }
  }
}
