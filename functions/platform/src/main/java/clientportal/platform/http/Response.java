package clientportal.platform.http;

import clientportal.platform.Hashes;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.platform.log.Metric;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a request.
 *
 * @param counted the metric that the request is counted in
 */
public record Response(
    int status, Map<String, String> headers, Optional<Content> body, Optional<Metric> counted) {

  /**
   * What every answer says to browsers: keep nothing, come back by TLS only, and take the body for
   * nothing but what its type says.
   */
  private static final Map<String, String> ALWAYS =
      Map.of(
          "cache-control", "no-store",
          "strict-transport-security", "max-age=63072000; includeSubDomains",
          "x-content-type-options", "nosniff");

  public static Response ok(JsonObject body) {
    return json(200, body);
  }

  public static Response accepted(JsonObject body) {
    return json(202, body);
  }

  /** Reports what was created, and where it is. */
  public static Response created(String location, JsonObject body) {
    return json(201, body).header("location", location);
  }

  /** Answers with a file, which browsers save under its name. */
  public static Response file(String contentType, String name, byte[] bytes) {
    return new Response(200, ALWAYS, Optional.of(Content.of(bytes)), Optional.empty())
        .header("content-type", contentType)
        .header("content-disposition", "attachment; filename=\"" + name + "\"");
  }

  /**
   * Answers with a picture whose bytes never change, so that everybody may keep it. Opened by
   * itself it loads nothing and runs nothing.
   */
  public static Response picture(String contentType, byte[] bytes) {
    return new Response(200, ALWAYS, Optional.of(Content.of(bytes)), Optional.empty())
        .header("content-type", contentType)
        .header("cache-control", "public, max-age=31536000, immutable")
        .header("content-security-policy", "default-src 'none'");
  }

  public static Response noContent() {
    return new Response(204, ALWAYS, Optional.empty(), Optional.empty());
  }

  private static Response json(int status, JsonObject body) {
    return new Response(status, ALWAYS, Optional.of(Content.of(body)), Optional.empty())
        .header("content-type", "application/json");
  }

  /** Answers with a problem (RFC 9457). */
  static Response problem(ProblemException problem, String instance) {
    ProblemType type = problem.type();
    JsonObject body =
        Json.object()
            .with("type", "urn:problem:" + type.slug())
            .with("title", type.title())
            .with("status", type.status())
            .with("detail", problem.detail())
            .with("instance", instance)
            .with("state", problem.state());
    if (!problem.accepts().isEmpty()) {
      body.with("accepts", problem.accepts());
    }
    if (!problem.faults().isEmpty()) {
      body.with("errors", problem.faults().stream().map(Response::fault).toList());
    }
    Response response =
        json(type.status(), body).header("content-type", "application/problem+json");
    if (type == ProblemType.SESSION_ENDED) {
      return response.header("www-authenticate", "Bearer error=\"invalid_token\"");
    }
    return problem
        .retryAfter()
        .map(wait -> response.header("retry-after", Long.toString(wholeSeconds(wait))))
        .orElse(response);
  }

  /** Rounds up, so that nobody comes back too early. */
  private static long wholeSeconds(Duration wait) {
    return Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
  }

  private static JsonObject fault(Fault fault) {
    return Json.object()
        .with(fault.place() == Fault.Place.POINTER ? "pointer" : "parameter", fault.where())
        .with("code", fault.code().name().toLowerCase(java.util.Locale.ROOT))
        .with("detail", fault.detail());
  }

  /** Adds the entity tag of a resource that can be changed. */
  public Response etag(long revision) {
    return header("etag", Precondition.etag(revision));
  }

  /** Adds an entity tag that is the same as long as the body is; no change can name it. */
  public Response etagOfBody() {
    String hash = Hashes.sha256(body.map(Content::text).orElse(""));
    return header("etag", "\"" + hash.substring(0, 16) + "\"");
  }

  public Response header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, Map.copyOf(more), body, counted);
  }

  /** Counts the request in a metric. */
  public Response counting(Metric metric) {
    return new Response(status, headers, body, Optional.of(metric));
  }
}
