package clientportal.local.cognito;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A user pool that speaks Cognito's wire protocol: AWS JSON 1.1 by POST, the pool's keys by GET. It
 * refuses revoked tokens in its own operations. The API's JWT authorizer still accepts them until
 * they expire, because it verifies only signature and claims, as on AWS.
 */
public final class CognitoStandIn implements HttpHandler {
  private static final String TARGET = "AWSCognitoIdentityProviderService.";
  private static final int LONGEST_BODY = 1 << 20;
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final CognitoSettings settings;
  private final PoolFile file;
  private final SigningKeys keys;
  private final UserPool pool;
  private final Tokens tokens;
  private final CloudTrail trail;
  private final Map<String, Function<Parameters, ObjectNode>> admin = new HashMap<>();
  private final Map<String, Function<Parameters, ObjectNode>> open = new HashMap<>();
  private final Object lock = new Object();

  /**
   * Reads the state from the file if it exists, and writes it after each change.
   *
   * @param clock decides what has expired
   * @param eventBridge gets what CloudTrail reports
   */
  public CognitoStandIn(
      CognitoSettings settings,
      Clock clock,
      CodeSender sender,
      Consumer<Map<String, Object>> eventBridge,
      Optional<Path> stateFile) {
    this.settings = settings;
    trail = new CloudTrail(settings, clock, eventBridge);
    file = new PoolFile(stateFile);
    PoolFile.State state = file.read();
    keys = state.keys();
    pool = UserPool.of(state.pool());
    file.write(keys, pool);

    Passwords passwords = new Passwords(settings.passwordPolicy(), clock, pool);
    tokens = new Tokens(settings, clock, keys, pool);
    Challenges challenges = new Challenges(settings, clock, pool, passwords, tokens, sender);
    admin.putAll(new AdminCreation(settings, clock, pool, passwords, sender).operations());
    admin.putAll(new AdminUsers(settings, clock, pool, passwords).operations());
    admin.putAll(new UserList(settings, pool).operations());
    SignIn signIn = new SignIn(settings, pool, passwords, tokens, challenges);
    admin.putAll(signIn.adminOperations());
    SoftwareTokens softwareTokens = new SoftwareTokens(settings, clock, pool, passwords, tokens);
    admin.putAll(softwareTokens.adminOperations());
    open.putAll(softwareTokens.operations());
    open.putAll(signIn.operations());
    WebAuthn webAuthn = new WebAuthn(settings.relyingParty());
    open.putAll(new Passkeys(settings, clock, pool, tokens, webAuthn).operations());
    open.putAll(
        new Responses(settings, clock, pool, passwords, softwareTokens, challenges, webAuthn)
            .operations());
    open.putAll(new SelfService(settings, clock, pool, passwords, tokens).operations());
  }

  /** Returns the keys that verify the pool's tokens. */
  public JWKSet publicKeys() {
    return keys.publicKeys();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Headers headers = exchange.getResponseHeaders();
      headers.set("x-amzn-RequestId", UUID.randomUUID().toString());
      headers.set("Access-Control-Allow-Origin", "*");
      headers.set(
          "Access-Control-Expose-Headers",
          "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date");
      switch (exchange.getRequestMethod()) {
        case "OPTIONS" -> preflight(exchange);
        case "POST" -> operation(exchange);
        case "GET" -> document(exchange);
        default -> exchange.sendResponseHeaders(405, -1);
      }
    }
  }

  private static void preflight(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Access-Control-Allow-Methods", "POST, GET, OPTIONS");
    headers.set(
        "Access-Control-Allow-Headers",
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Access-Control-Request-Headers"))
            .orElse("*"));
    headers.set("Access-Control-Max-Age", "172800");
    exchange.sendResponseHeaders(200, -1);
  }

  private void operation(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
    try {
      send(
          exchange,
          200,
          "application/x-amz-json-1.1",
          JSON.writeValueAsBytes(answer(exchange, body)));
    } catch (CognitoFault fault) {
      refuse(exchange, 400, fault);
    } catch (RuntimeException e) {
      refuse(exchange, 500, new CognitoFault("InternalErrorException", e.toString()));
    }
  }

  private static void refuse(HttpExchange exchange, int status, CognitoFault fault)
      throws IOException {
    ObjectNode answer = Answers.empty();
    answer.put("__type", fault.type());
    answer.put("message", fault.text());
    Headers headers = exchange.getResponseHeaders();
    headers.set("x-amzn-ErrorType", fault.type() + ":");
    headers.set("x-amzn-ErrorMessage", fault.text().replaceAll("[^ -~]", "?"));
    send(exchange, status, "application/x-amz-json-1.1", JSON.writeValueAsBytes(answer));
  }

  private ObjectNode answer(HttpExchange exchange, byte[] body) {
    Headers headers = exchange.getRequestHeaders();
    String target = Optional.ofNullable(headers.getFirst("X-Amz-Target")).orElse("");
    String name = target.startsWith(TARGET) ? target.substring(TARGET.length()) : "";
    Function<Parameters, ObjectNode> operation = open.get(name);
    if (operation == null) {
      operation = admin.get(name);
      if (operation == null) {
        throw new CognitoFault("UnknownOperationException", "Unknown operation: " + target);
      }
      Credentials.require(
          Optional.ofNullable(headers.getFirst("Authorization")), settings.region());
    }
    Parameters parameters = new Parameters(parse(body));
    synchronized (lock) {
      try {
        ObjectNode answer = operation.apply(parameters);
        if (trail.reports(name)) {
          trail.report(
              name,
              tokens.holder(parameters.required("AccessToken")).user(),
              Optional.ofNullable(headers.getFirst("User-Agent")).orElse(""));
        }
        return answer;
      } finally {
        if (pool.takeChanged()) {
          file.write(keys, pool);
        }
      }
    }
  }

  private static JsonNode parse(byte[] body) {
    try {
      JsonNode json = JSON.readTree(new String(body, StandardCharsets.UTF_8));
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw new CognitoFault("SerializationException", "The request is not JSON");
    }
    throw new CognitoFault("SerializationException", "The request is not a JSON object");
  }

  /** Answers with the pool's keys or its OpenID configuration. */
  private void document(HttpExchange exchange) throws IOException {
    String wellKnown = "/" + settings.userPoolId() + "/.well-known/";
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith(wellKnown + "jwks.json")) {
      send(exchange, 200, "application/json", bytes(publicKeys().toString()));
    } else if (path.endsWith(wellKnown + "openid-configuration")) {
      send(exchange, 200, "application/json", JSON.writeValueAsBytes(configuration()));
    } else {
      exchange.sendResponseHeaders(404, -1);
    }
  }

  private ObjectNode configuration() {
    ObjectNode configuration = Answers.empty();
    configuration.put("issuer", settings.issuer());
    configuration.put("jwks_uri", settings.issuer() + "/.well-known/jwks.json");
    configuration.putArray("id_token_signing_alg_values_supported").add("RS256");
    configuration.putArray("response_types_supported").add("code").add("token");
    configuration
        .putArray("scopes_supported")
        .add("openid")
        .add("email")
        .add("phone")
        .add("profile");
    configuration.putArray("subject_types_supported").add("public");
    return configuration;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
