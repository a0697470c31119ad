package clientportal.driver;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP call; its answer is verified against the published contract. */
public final class Call {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private String url;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String method = "GET";
  private byte[] body = new byte[0];
  private boolean inContract = true;

  public Call(String url) {
    this.url = url;
  }

  public Call method(String name) {
    method = name;
    return this;
  }

  public Call header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Adds a parameter to the query. */
  public Call query(String parameter) {
    url += (url.contains("?") ? "&" : "?") + parameter;
    return this;
  }

  /** Sends bytes as they are. */
  public Call body(byte[] bytes) {
    body = bytes.clone();
    return this;
  }

  /** Sends text as it is. */
  public Call body(String text) {
    return body(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  public Call json(JsonNode json) {
    headers.putIfAbsent("Content-Type", "application/json");
    return body(json.toString());
  }

  public Call json(String json) {
    headers.putIfAbsent("Content-Type", "application/json");
    return body(json);
  }

  /** Returns a copy, to be changed and sent again. */
  public Call copy() {
    Call copy = new Call(url);
    copy.headers.putAll(headers);
    copy.method = method;
    copy.body = body;
    copy.inContract = inContract;
    return copy;
  }

  /** The call goes to something that the contract does not describe. */
  public Call outsideTheContract() {
    inContract = false;
    return this;
  }

  public Answer send() {
    SentTexts.addUri(URI.create(url));
    SentTexts.addBody(body);
    headers.values().forEach(value -> SentTexts.add(value.replace("Bearer ", "")));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    try {
      HttpResponse<byte[]> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
      if (inContract) {
        Contract.check(method, URI.create(url).getRawPath(), answer);
      }
      return answer;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
