package clientportal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An answer to a call. */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, HttpHeaders headers, byte[] bytes) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Requires a status. */
  public Answer is(int expected) {
    assertThat(status).as(text()).isEqualTo(expected);
    return this;
  }

  /** Requires a problem of this name, with its status. */
  public Answer isProblem(int expected, String name) {
    is(expected);
    assertThat(text("type")).isEqualTo("urn:problem:" + name);
    assertThat(header("content-type")).contains("application/problem+json");
    return this;
  }

  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public JsonNode json() {
    try {
      return JSON.readTree(bytes);
    } catch (IOException noJson) {
      throw new UncheckedIOException(noJson);
    }
  }

  /** Returns the text at a JSON pointer without its first slash. */
  public String text(String pointer) {
    JsonNode node = json().at("/" + pointer);
    assertThat(node.isMissingNode()).as("%s in %s", pointer, text()).isFalse();
    return node.asText();
  }

  public JsonNode at(String pointer) {
    return json().at("/" + pointer);
  }

  /** Returns the faults as {@code "pointer code"} or {@code "parameter code"}. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    json()
        .at("/errors")
        .forEach(fault ->
            faults.add(
                (fault.has("pointer") ? fault.get("pointer") : fault.get("parameter")).asText()
                    + " "
                    + fault.get("code").asText()));
    return faults;
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** Returns the body without what differs from answer to answer. */
  public String withoutInstance() {
    return text().replaceAll("\"instance\":\"[^\"]*\"", "");
  }

  /** Returns status and body, so that a failed comparison shows them. */
  @Override
  public String toString() {
    return status + " " + text();
  }
}
