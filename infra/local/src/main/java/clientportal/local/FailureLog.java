package clientportal.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;

/**
 * Prints only the failures of the functions' log, with the request ids that the caller got, and
 * lines that are not JSON. {@code --log} shows the whole log instead.
 */
public final class FailureLog extends PrintStream {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  public FailureLog(PrintStream out) {
    super(out, true);
  }

  @Override
  public void println(String line) {
    if (!line.startsWith("{")) {
      super.println(line);
      return;
    }
    try {
      JsonNode json = MAPPER.readTree(line);
      if (json.has("failure")) {
        super.println(readable(json));
      }
    } catch (JsonProcessingException e) {
      super.println(line);
    }
  }

  /** Prints a stack trace in lines, not as one JSON string. */
  private static String readable(JsonNode line) {
    StringBuilder text = new StringBuilder();
    text.append(line.path("function").asText()).append(" failed in request ");
    text.append(line.path("requestId").asText());
    if (line.has("gatewayRequestId")) {
      text.append(" (of the API: ").append(line.path("gatewayRequestId").asText()).append(')');
    }
    for (JsonNode record : line.path("records")) {
      text.append(", record ").append(record.path("record").asText());
    }
    return text.append(": ").append(line.path("failure").asText().strip()).toString();
  }
}
