package clientportal.platform.http;

import clientportal.platform.json.Json;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One call of a handler with an event of payload format 2.0, and its answer; for tests of handlers
 * without a gateway.
 */
public final class Exchange {
  private static final String STAFF_CLIENT = "staff";

  private final Map<String, Object> headers = new HashMap<>();
  private final Map<String, Object> pathParameters = new HashMap<>();
  private final Map<String, Object> query = new HashMap<>();
  private final String method;
  private final String path;
  private Optional<String> caller = Optional.empty();

  /** Whatever the clock of the test, the session has not begun long ago. */
  private String signedInAt = Long.toString(Instant.parse("2100-01-01T00:00:00Z").getEpochSecond());

  private Map<String, String> stage = Map.of("staffClientId", STAFF_CLIENT);
  private String client = STAFF_CLIENT;
  private String methods = "[pwd otp mfa]";
  private Optional<String> body = Optional.empty();
  private boolean encoded;

  private Exchange(String method, String path) {
    this.method = method;
    this.path = path;
  }

  /** The answer of a handler, and what it logged. */
  public record Answer(
      int status, Map<String, String> headers, Optional<Object> body, List<String> log) {

    /** Returns a member of the body, by names from the outermost in; it must be there. */
    public Object get(String... names) {
      Object value = body.orElseThrow();
      for (String name : names) {
        Object member = ((Map<?, ?>) value).get(name);
        if (member == null) {
          throw new AssertionError("no " + String.join(".", names) + " in " + body);
        }
        value = member;
      }
      return value;
    }

    /** Tells whether the body has a member. */
    public boolean has(String name) {
      return body.orElseThrow() instanceof Map<?, ?> members && members.containsKey(name);
    }

    /** Returns the name of the problem. */
    public String problem() {
      return String.valueOf(get("type")).substring("urn:problem:".length());
    }
  }

  public static Exchange of(String method, String path) {
    return new Exchange(method, path);
  }

  /** Signs the call as a person, with an access token. */
  public Exchange as(String personId) {
    caller = Optional.of(personId);
    return this;
  }

  /** Says when the session of the caller's token began, as {@code auth_time} does. */
  public Exchange signedInAt(Instant began) {
    signedInAt = Long.toString(began.getEpochSecond());
    return this;
  }

  /** Says to which app client the token was issued, as {@code client_id} does. */
  public Exchange through(String appClient) {
    client = appClient;
    return this;
  }

  /** Sends the call to a stage that asks nobody for a second factor. */
  public Exchange onAStageWithoutSecondFactor() {
    stage = Map.of("staffClientId", STAFF_CLIENT, "secondFactor", "off");
    return this;
  }

  /** Says how the caller signed in, as the gateway passes on {@code amr}. */
  public Exchange by(String authenticationMethods) {
    methods = authenticationMethods;
    return this;
  }

  public Exchange header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public Exchange path(String name, Object value) {
    pathParameters.put(name, value.toString());
    return this;
  }

  public Exchange query(String name, String value) {
    query.put(name, value);
    return this;
  }

  /** Sends a JSON body. */
  public Exchange json(String json) {
    body = Optional.of(json);
    headers.putIfAbsent("content-type", "application/json");
    return this;
  }

  /** Sends bytes as the gateway passes on a body of a type that it does not take for text. */
  Exchange bytes(byte[] bytes) {
    encoded = true;
    return json(Base64.getEncoder().encodeToString(bytes));
  }

  public Answer send(RequestStreamHandler handler) {
    Invocation invocation = new Invocation();
    String answer = invocation.send(handler, event());
    return answer((Map<?, ?>) Json.read(answer), invocation.log());
  }

  private static Answer answer(@Nullable Map<?, ?> json, List<String> log) {
    Map<?, ?> answer = json == null ? Map.of() : json;
    Map<String, String> headers = new HashMap<>();
    if (answer.get("headers") instanceof Map<?, ?> sent) {
      sent.forEach((name, value) -> headers.put((String) name, (String) value));
    }
    Optional<Object> body =
        answer.get("body") instanceof String text
            ? Optional.ofNullable(
                Boolean.TRUE.equals(answer.get("isBase64Encoded"))
                    ? Base64.getDecoder().decode(text)
                    : Json.read(text))
            : Optional.empty();
    int status = answer.get("statusCode") instanceof Long code ? Math.toIntExact(code) : 0;
    return new Answer(status, headers, body, log);
  }

  /**
   * Returns the event as the gateway sends it, with all that a caller may put into it.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">payload
   *     format 2.0</a>
   */
  Map<String, Object> event() {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("accountId", "000000000000");
    context.put("apiId", "api");
    caller.ifPresent(person ->
        context.put(
            "authorizer",
            Map.of(
                "jwt",
                Map.of(
                    "claims",
                    Map.of(
                        "sub",
                        person,
                        "token_use",
                        "access",
                        "auth_time",
                        signedInAt,
                        "client_id",
                        client,
                        "amr",
                        methods),
                    "scopes",
                    List.of("aws.cognito.signin.user.admin")))));
    context.put("domainName", "api.example.test");
    context.put("domainPrefix", "api");
    context.put(
        "http",
        Map.of(
            "method", method,
            "path", path,
            "protocol", "HTTP/1.1",
            "sourceIp", "192.0.2.1",
            "userAgent", "an agent"));
    context.put("requestId", "gateway-request");
    context.put("routeKey", method + " " + path);
    context.put("stage", "$default");
    context.put("time", "01/Mar/2026:09:30:00 +0000");
    context.put("timeEpoch", 1_772_357_400_000L);
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "2.0");
    event.put("routeKey", method + " " + path);
    event.put("rawPath", path);
    event.put("rawQueryString", rawQuery());
    event.put("headers", headers);
    addUnlessEmpty(event, "queryStringParameters", query);
    event.put("requestContext", context);
    addUnlessEmpty(event, "pathParameters", pathParameters);
    addUnlessEmpty(event, "stageVariables", stage);
    body.ifPresent(text -> event.put("body", text));
    event.put("isBase64Encoded", encoded);
    return event;
  }

  private String rawQuery() {
    return query.entrySet().stream()
        .map(parameter ->
            encode(parameter.getKey()) + "=" + encode(String.valueOf(parameter.getValue())))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void addUnlessEmpty(Map<String, Object> event, String name, Map<?, ?> values) {
    if (!values.isEmpty()) {
      event.put(name, values);
    }
  }
}
