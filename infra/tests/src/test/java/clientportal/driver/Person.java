package clientportal.driver;

import com.fasterxml.jackson.databind.JsonNode;

/** A signed-in person. */
public record Person(String email, String accessToken, String idToken) {

  public Call call(String method, String path) {
    return new Call(Portal.stack().api() + path)
        .method(method)
        .header("Authorization", "Bearer " + accessToken);
  }

  public Answer get(String path) {
    return call("GET", path).send();
  }

  public Answer post(String path, JsonNode json) {
    return call("POST", path).json(json).send();
  }

  public Answer post(String path) {
    return call("POST", path).send();
  }

  public Answer delete(String path) {
    return call("DELETE", path).send();
  }

  public Answer put(String path, JsonNode json) {
    return call("PUT", path).json(json).send();
  }

  public Answer patch(String path, JsonNode json) {
    return call("PATCH", path)
        .header("Content-Type", "application/merge-patch+json")
        .json(json)
        .send();
  }

  public String personId() {
    return get("/v1/me").text("personId");
  }
}
