package clientportal.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminCreateUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** A pool behind a server of its own, the SDK's client to it, and a clock that tests move. */
final class CognitoPool implements AutoCloseable {
  static final String POOL = "eu-central-1_Portal123";
  static final String CLIENT = "4k2l8example7client1abcdefg";
  static final String PASSWORD = "Right-Passw0rd";
  static final String OTHER_CLIENT = "7staff2example7client1abcdef";
  static final AppClient APP =
      new AppClient(
          CLIENT,
          Duration.ofMinutes(5),
          Duration.ofMinutes(60),
          Duration.ofMinutes(30),
          Duration.ofDays(30),
          Set.of("ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"),
          Optional.empty(),
          Set.of("email", "email_verified", "locale"),
          Set.of("locale"));

  /** A client whose sessions end after twelve hours, and that may read no address. */
  static final AppClient OTHER_APP =
      new AppClient(
          OTHER_CLIENT,
          Duration.ofMinutes(3),
          Duration.ofMinutes(15),
          Duration.ofMinutes(15),
          Duration.ofHours(12),
          Set.of("ALLOW_USER_AUTH"),
          Optional.of(Duration.ofSeconds(10)),
          Set.of("locale"),
          Set.of("locale"));

  static final CognitoSettings SETTINGS =
      settings(
          APP,
          Set.of("PASSWORD", "EMAIL_OTP", "WEB_AUTHN"),
          new PasswordPolicy(8, true, true, true, true));

  private static CognitoSettings settings(
      AppClient app, Set<String> factors, PasswordPolicy policy) {
    return new CognitoSettings(
        "eu-central-1",
        POOL,
        "http://127.0.0.1/cognito/" + POOL,
        factors,
        "localhost",
        true,
        policy,
        List.of(app, OTHER_APP));
  }

  record Mail(String email, String code) {}

  record Answer(int status, HttpResponse<String> response, JsonNode json) {
    String type() {
      return json.path("__type").asText();
    }

    String message() {
      return json.path("message").asText();
    }
  }

  /** A clock that stops until it is moved. */
  static final class MovableClock extends Clock {
    private Instant now = Instant.parse("2026-03-01T09:30:00.250Z");

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  final MovableClock clock;
  final List<Map<String, Object>> trail = new CopyOnWriteArrayList<>();
  final List<Mail> mails;
  final CognitoStandIn standIn;
  final CognitoIdentityProviderClient client;
  final URI base;
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  CognitoPool(CognitoSettings settings, MovableClock clock, Optional<Path> file)
      throws IOException {
    this(settings, clock, file, new ArrayList<>());
  }

  private CognitoPool(
      CognitoSettings settings, MovableClock clock, Optional<Path> file, List<Mail> mails)
      throws IOException {
    this(settings, clock, file, mails, (email, code) -> mails.add(new Mail(email, code)));
  }

  CognitoPool(CognitoSettings settings, MovableClock clock, Optional<Path> file, CodeSender sender)
      throws IOException {
    this(settings, clock, file, List.of(), sender);
  }

  private CognitoPool(
      CognitoSettings settings,
      MovableClock clock,
      Optional<Path> file,
      List<Mail> mails,
      CodeSender sender)
      throws IOException {
    this.clock = clock;
    this.mails = mails;
    standIn = new CognitoStandIn(settings, clock, sender, trail::add, file);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/cognito", standIn);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/cognito");
    client =
        CognitoIdentityProviderClient.builder()
            .endpointOverride(base)
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  static CognitoPool start() throws IOException {
    return new CognitoPool(SETTINGS, new MovableClock(), Optional.empty());
  }

  static CognitoPool start(CognitoSettings settings) throws IOException {
    return new CognitoPool(settings, new MovableClock(), Optional.empty());
  }

  static CognitoSettings allowing(Set<String> flows, Set<String> factors) {
    return settings(app(flows, APP.rotationGrace()), factors, SETTINGS.passwordPolicy());
  }

  static CognitoSettings with(PasswordPolicy policy) {
    return settings(APP, SETTINGS.allowedFirstAuthFactors(), policy);
  }

  /** Refresh tokens rotate, and the one before may be repeated for ten seconds. */
  static CognitoSettings rotating() {
    AppClient app =
        app(
            Set.of("ALLOW_USER_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH"),
            Optional.of(Duration.ofSeconds(10)));
    return settings(app, SETTINGS.allowedFirstAuthFactors(), SETTINGS.passwordPolicy());
  }

  /** Nobody may add an authenticator app. */
  static CognitoSettings withoutSoftwareTokens() {
    return new CognitoSettings(
        SETTINGS.region(),
        POOL,
        SETTINGS.issuer(),
        SETTINGS.allowedFirstAuthFactors(),
        SETTINGS.relyingParty(),
        false,
        SETTINGS.passwordPolicy(),
        SETTINGS.clients());
  }

  private static AppClient app(Set<String> flows, Optional<Duration> rotationGrace) {
    return new AppClient(
        CLIENT,
        APP.authSessionValidity(),
        APP.accessTokenValidity(),
        APP.idTokenValidity(),
        APP.refreshTokenValidity(),
        flows,
        rotationGrace,
        APP.readable(),
        APP.writable());
  }

  static AttributeType attribute(String name, String value) {
    return AttributeType.builder().name(name).value(value).build();
  }

  static AdminCreateUserRequest.Builder creation(String email) {
    return AdminCreateUserRequest.builder()
        .userPoolId(POOL)
        .username(email)
        .messageAction("SUPPRESS")
        .userAttributes(attribute("email", email), attribute("email_verified", "true"));
  }

  /** Creates a user without password and returns its sub. */
  String create(String email) {
    UserType user = client.adminCreateUser(creation(email).build()).user();
    return user.username();
  }

  String createWithPassword(String email) {
    String sub = create(email);
    client.adminSetUserPassword(
        r -> r.userPoolId(POOL).username(sub).password(PASSWORD).permanent(true));
    return sub;
  }

  InitiateAuthResponse initiate(AuthFlowType flow, Map<String, String> parameters) {
    return client.initiateAuth(r -> r.clientId(CLIENT).authFlow(flow).authParameters(parameters));
  }

  InitiateAuthResponse prefer(String email, String challenge) {
    return initiate(
        AuthFlowType.USER_AUTH, Map.of("USERNAME", email, "PREFERRED_CHALLENGE", challenge));
  }

  InitiateAuthResponse withPassword(String email, String password) {
    return initiate(
        AuthFlowType.USER_AUTH,
        Map.of("USERNAME", email, "PREFERRED_CHALLENGE", "PASSWORD", "PASSWORD", password));
  }

  RespondToAuthChallengeResponse respond(
      ChallengeNameType challenge, String session, Map<String, String> responses) {
    return client.respondToAuthChallenge(r ->
        r.clientId(CLIENT).challengeName(challenge).session(session).challengeResponses(responses));
  }

  RespondToAuthChallengeResponse respondWithCode(String email, String session, String code) {
    return respond(
        ChallengeNameType.EMAIL_OTP, session, Map.of("USERNAME", email, "EMAIL_OTP_CODE", code));
  }

  AuthenticationResultType signIn(String email) {
    String session = prefer(email, "EMAIL_OTP").session();
    return respondWithCode(email, session, mails.getLast().code()).authenticationResult();
  }

  /** Signs in with another of the pool's clients. */
  AuthenticationResultType signIn(String email, String clientId) {
    Map<String, String> start = Map.of("USERNAME", email, "PREFERRED_CHALLENGE", "EMAIL_OTP");
    String session =
        client
            .initiateAuth(
                r -> r.clientId(clientId).authFlow(AuthFlowType.USER_AUTH).authParameters(start))
            .session();
    return client
        .respondToAuthChallenge(r ->
            r.clientId(clientId)
                .challengeName(ChallengeNameType.EMAIL_OTP)
                .session(session)
                .challengeResponses(
                    Map.of("USERNAME", email, "EMAIL_OTP_CODE", mails.getLast().code())))
        .authenticationResult();
  }

  InitiateAuthResponse refresh(String token) {
    return initiate(AuthFlowType.REFRESH_TOKEN_AUTH, Map.of("REFRESH_TOKEN", token));
  }

  AuthenticationResultType rotate(String refreshToken) {
    return client
        .getTokensFromRefreshToken(r -> r.clientId(CLIENT).refreshToken(refreshToken))
        .authenticationResult();
  }

  Answer post(String operation, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base)
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(base + path)).build());
  }

  Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), response, json(response.body()));
  }

  private static JsonNode json(String body) throws IOException {
    return new ObjectMapper().readTree(body.isEmpty() ? "{}" : body);
  }

  @Override
  public void close() {
    client.close();
    http.close();
    server.stop(0);
  }
}
