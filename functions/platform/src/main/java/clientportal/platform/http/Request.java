package clientportal.platform.http;

import clientportal.platform.Hashes;
import clientportal.platform.Ids;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonReader;
import clientportal.platform.log.LogLine;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request of the API, from an HTTP API event of payload format 2.0.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">the
 *     format</a>
 */
public final class Request {
  private static final int LONGEST_BODY = 64 * 1024;
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final char REPLACEMENT = '\uFFFD';
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Set<String> UTF_8 = Set.of("utf-8", "utf8");
  private static final Set<String> MEDIA_TYPES = Set.of("application/json");
  private static final Set<String> PATCH_MEDIA_TYPES =
      Set.of("application/json", "application/merge-patch+json");

  private final JsonReader event;
  private final JsonReader context;

  Request(JsonReader event) {
    this.event = event;
    this.context = event.object("requestContext");
  }

  /**
   * Returns the person whose access token the gateway has verified, the token's {@code sub}. The
   * gateway's authorizer accepts ID tokens as well, so the use of the token is checked here.
   */
  public String subject() {
    Optional<String> person = person();
    if (person.isEmpty() || !claims().optionalText("token_use").equals(Optional.of("access"))) {
      throw new ProblemException(ProblemType.PERMISSION_REQUIRED, "An access token is required.");
    }
    return person.get();
  }

  /** Returns when the session of the access token began, the token's {@code auth_time}. */
  public Instant signedInAt() {
    return Instant.ofEpochSecond(Long.parseLong(claims().text("auth_time")));
  }

  /** Returns the app client to which the access token was issued, the token's {@code client_id}. */
  public Optional<String> appClient() {
    return claims().optionalText("client_id");
  }

  /**
   * Returns how the person of the access token signed in, the token's {@code amr}: {@code pwd},
   * {@code otp}, {@code swk}, …; the gateway passes the list on as text, {@code [pwd otp]}.
   */
  public Set<String> authenticationMethods() {
    return WORD.matcher(claims().optionalText("amr").orElse(""))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns a variable of the gateway's stage, which the template sets. */
  public Optional<String> stageVariable(String name) {
    return event.object("stageVariables").optionalText(name);
  }

  private Optional<String> person() {
    return claims().optionalText("sub");
  }

  private JsonReader claims() {
    return context.object("authorizer").object("jwt").object("claims");
  }

  /** Returns a parameter of the path. */
  public String path(String name) {
    Optional<String> value = event.object("pathParameters").optionalText(name);
    if (value.isEmpty()) {
      value = event.optionalText(PrimingRequest.ANY_PATH_PARAMETER);
    }
    if (value.isEmpty()) {
      throw new IllegalStateException("the route has no path parameter " + name);
    }
    return value.get();
  }

  /** Returns a parameter of the query. */
  public Optional<String> query(String name) {
    return event.object("queryStringParameters").optionalText(name);
  }

  /** Returns a header, by its name in lower case. */
  public Optional<String> header(String name) {
    return event.object("headers").optionalText(name);
  }

  /**
   * Returns the media type in which the caller is to get the answer, by {@code Accept}.
   *
   * @param offered the media types of the answer; the first for a caller who prefers none
   * @throws ProblemException {@code not-acceptable} if the caller takes none of them
   */
  public String preferred(List<String> offered) {
    return Accept.parse(header("accept").orElse(""))
        .preferred(offered)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.NOT_ACCEPTABLE,
                "The answer is offered as " + String.join(" or ", offered) + "."));
  }

  /** Returns scheme and host by which the API was called: {@code https://api.example.com}. */
  public String origin() {
    return header("x-forwarded-proto").orElse("https")
        + "://"
        + context.optionalText("domainName").orElse("");
  }

  /** Returns the IP address of the caller. */
  public String sourceIp() {
    return context.object("http").text("sourceIp");
  }

  public String method() {
    return context.object("http").text("method");
  }

  public String rawPath() {
    return event.text("rawPath");
  }

  /**
   * Adds the caller, the route and the ids of its path to the log line. A path parameter that is
   * not an id could be anything and is left out.
   */
  void describe(LogLine line) {
    line.with("gatewayRequestId", context.optionalText("requestId"))
        .with("person", person())
        .with("route", event.optionalText("routeKey"));
    event
        .object("pathParameters")
        .members()
        .forEach((name, value) -> {
          if (value instanceof String id && Ids.isId(id)) {
            line.with((String) name, id);
          }
        });
  }

  /** Returns {@code If-Match}. */
  public Precondition precondition() {
    return new Precondition(header("if-match"));
  }

  /** Returns the requested page; faults are reported when it is applied. */
  public Paging paging() {
    return new Paging(this);
  }

  /** Returns {@code Idempotency-Key} as it was sent; {@link #body} reports a faulty one. */
  public Optional<String> idempotencyKey() {
    return header("idempotency-key");
  }

  /** Returns the hash of the body as it was sent. */
  public String bodyHash() {
    return Hashes.sha256(bytes());
  }

  /** Returns the body, which is checked only when it is read. */
  public <T> Body<T> body(Function<Input, T> reader) {
    return () -> read(reader);
  }

  private <T> T read(Function<Input, T> reader) {
    checkMediaType();
    byte[] bytes = bytes();
    if (bytes.length > LONGEST_BODY) {
      throw new ProblemException(ProblemType.BODY_TOO_LARGE, "A body has at most 65,536 bytes.");
    }
    Object json;
    try {
      json = Json.readStrictly(text(bytes));
    } catch (IOException malformed) {
      throw new ProblemException(
          ProblemType.MALFORMED_JSON,
          "The body must be one JSON value in UTF-8, without duplicate keys, at most 20 levels"
              + " deep.");
    }
    List<Fault> faults = new ArrayList<>(headerFaults());
    Optional<T> value = Input.read(json, reader, faults);
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    return value.orElseThrow();
  }

  private void checkMediaType() {
    String[] sent = header("content-type").orElse("").toLowerCase(Locale.ROOT).split(";", -1);
    Set<String> supported = method().equals("PATCH") ? PATCH_MEDIA_TYPES : MEDIA_TYPES;
    if (!supported.contains(sent[0].strip())
        || !Arrays.stream(sent).skip(1).allMatch(Request::isSupportedParameter)) {
      throw new ProblemException(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "The content type must be "
              + String.join(" or ", supported.stream().sorted().toList())
              + ", in UTF-8.");
    }
  }

  /** Tells whether a parameter of a media type declares UTF-8 or no character set. */
  private static boolean isSupportedParameter(String parameter) {
    String[] parts = parameter.replace("\"", "").strip().split("=", 2);
    return !parts[0].strip().equals("charset") || UTF_8.contains(parts[parts.length - 1].strip());
  }

  private List<Fault> headerFaults() {
    if (!method().equals("POST") || !isAuthenticated()) {
      return List.of();
    }
    return idempotencyKey()
        .filter(key -> !isIdempotencyKey(key))
        .map(key ->
            List.of(
                Fault.parameter(
                    "Idempotency-Key",
                    key.isEmpty() || key.length() > 64 ? Fault.Code.LENGTH : Fault.Code.FORMAT,
                    "must have 1 to 64 visible ASCII characters")))
        .orElse(List.of());
  }

  /** Tells whether a key has 1 to 64 visible ASCII characters. */
  public static boolean isIdempotencyKey(String key) {
    return !key.isEmpty() && key.length() <= 64 && key.chars().allMatch(c -> c > ' ' && c < 0x7F);
  }

  private boolean isAuthenticated() {
    return context.has("authorizer");
  }

  /**
   * Returns the text of a body; a byte order mark is left out.
   *
   * @throws CharacterCodingException if the body is not UTF-8. The gateway passes a body of JSON on
   *     as text, in which it replaced what is not UTF-8.
   */
  private static String text(byte[] body) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    if (text.indexOf(REPLACEMENT) >= 0) {
      throw new CharacterCodingException();
    }
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private byte[] bytes() {
    String body = event.optionalText("body").orElse("");
    return event.flag("isBase64Encoded")
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }
}
