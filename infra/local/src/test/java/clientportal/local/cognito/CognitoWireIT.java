package clientportal.local.cognito;

import static clientportal.local.cognito.CognitoPool.CLIENT;
import static clientportal.local.cognito.CognitoPool.PASSWORD;
import static clientportal.local.cognito.CognitoPool.POOL;
import static clientportal.local.cognito.CognitoPool.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.local.cognito.CognitoPool.Answer;
import clientportal.local.cognito.CognitoPool.MovableClock;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryFailureException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

/**
 * The wire: headers, error bodies, what needs a signature, what browsers need; and the state file.
 */
class CognitoWireIT {
  private static final String ADA = "ada@example.com";
  private static final String SIGV4 =
      "AWS4-HMAC-SHA256 Credential=AKID/20260301/%s/%s/aws4_request,"
          + " SignedHeaders=host;x-amz-date, Signature="
          + "0".repeat(64);

  private CognitoPool pool;

  @BeforeEach
  void start() throws IOException {
    pool = CognitoPool.start();
  }

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void publicOperation_needsNoSignature_andAnswersJson() throws Exception {
    pool.create(ADA);
    Answer answer = initiate("Origin", "http://localhost:3000");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().headers().firstValue("Content-Type"))
        .contains("application/x-amz-json-1.1");
    assertThat(answer.response().headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(answer.response().headers().firstValue("x-amzn-RequestId")).isPresent();
    assertThat(answer.json().path("ChallengeName").asText()).isEqualTo("EMAIL_OTP");
    assertThat(answer.json().path("AvailableChallenges").get(0).asText()).isEqualTo("EMAIL_OTP");
  }

  private Answer initiate(String... headers) throws IOException, InterruptedException {
    return pool.post(
        "InitiateAuth",
        """
        {"AuthFlow": "USER_AUTH", "ClientId": "%s",
         "AuthParameters": {"USERNAME": "%s", "PREFERRED_CHALLENGE": "EMAIL_OTP"}}
        """
            .formatted(CLIENT, ADA),
        headers);
  }

  @Test
  void error_is400_withItsNameInTheBodyAndInAHeader() throws Exception {
    Answer answer = pool.post("GetUser", "{\"AccessToken\": \"x\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.type()).isEqualTo("NotAuthorizedException");
    assertThat(answer.message()).isEqualTo("Invalid Access Token");
    assertThat(answer.response().headers().firstValue("x-amzn-errortype").orElse(""))
        .startsWith("NotAuthorizedException");
    assertThat(answer.response().headers().firstValue("Access-Control-Allow-Origin")).contains("*");
  }

  @Test
  void administratorsOperation_withoutSignatureOrForAnotherServiceOrRegion_isRefused()
      throws Exception {
    String body = "{\"UserPoolId\": \"" + POOL + "\", \"Username\": \"" + ADA + "\"}";
    for (String operation :
        new String[] {"AdminCreateUser", "AdminGetUser", "AdminDeleteUser", "ListUsers"}) {
      assertThat(pool.post(operation, body).type())
          .isEqualTo("MissingAuthenticationTokenException");
    }
    assertThat(pool.post("AdminCreateUser", body, "Authorization", "Bearer x").type())
        .isEqualTo("IncompleteSignatureException");
    assertThat(
            pool.post("AdminCreateUser", body, "Authorization", sigV4("eu-central-1", "s3")).type())
        .isEqualTo("InvalidSignatureException");
    assertThat(
            pool.post("AdminCreateUser", body, "Authorization", sigV4("us-east-1", "cognito-idp"))
                .type())
        .isEqualTo("InvalidSignatureException");
    assertThat(pool.client.listUsers(r -> r.userPoolId(POOL)).users()).isEmpty();
    assertThat(
            pool.post(
                    "AdminCreateUser", body, "Authorization", sigV4("eu-central-1", "cognito-idp"))
                .status())
        .isEqualTo(200);
  }

  private static String sigV4(String region, String service) {
    return SIGV4.formatted(region, service);
  }

  @Test
  void operationsThatAreNotOffered_areNamed() throws Exception {
    Answer answer = pool.post("ConfirmDevice", "{}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.type()).isEqualTo("UnknownOperationException");
    assertThat(answer.message()).contains("ConfirmDevice");
    assertThat(pool.post("SignUp", "{}").type()).isEqualTo("UnknownOperationException");
    assertThat(pool.post("ForgotPassword", "{}").type()).isEqualTo("UnknownOperationException");
    HttpRequest untargeted =
        HttpRequest.newBuilder(pool.base).POST(HttpRequest.BodyPublishers.ofString("{}")).build();
    assertThat(pool.send(untargeted).type()).isEqualTo("UnknownOperationException");
  }

  @Test
  void bodiesWithoutJson_orOfAnotherType_areSerializationFaults() throws Exception {
    assertThat(pool.post("InitiateAuth", "{").type()).isEqualTo("SerializationException");
    assertThat(pool.post("InitiateAuth", "[]").type()).isEqualTo("SerializationException");
    assertThat(pool.post("InitiateAuth", "").type()).isEqualTo("SerializationException");
    assertThat(pool.post("GetUser", "{\"AccessToken\": 1}").type())
        .isEqualTo("SerializationException");
  }

  @Test
  void preflight_ofAnyOrigin_isAllowed() throws Exception {
    HttpRequest preflight =
        HttpRequest.newBuilder(pool.base)
            .header("Origin", "http://localhost:3000")
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "content-type,x-amz-target")
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .build();
    Answer answer = pool.send(preflight);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(answer.response().headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .contains("x-amz-target");
    assertThat(answer.response().headers().firstValue("Access-Control-Allow-Methods").orElse(""))
        .contains("POST");
  }

  @Test
  void keysAndConfiguration_areThePoolsAlone_andHaveNoPrivatePart() throws Exception {
    Answer keys = pool.get("/" + POOL + "/.well-known/jwks.json");
    assertThat(keys.json().path("keys")).hasSize(2);
    assertThat(keys.json().path("keys").get(0).path("alg").asText()).isEqualTo("RS256");
    assertThat(keys.json().path("keys").get(0).has("d")).isFalse();
    Answer configuration = pool.get("/" + POOL + "/.well-known/openid-configuration");
    assertThat(configuration.json().path("issuer").asText()).isEqualTo(SETTINGS.issuer());
    assertThat(configuration.json().path("jwks_uri").asText())
        .isEqualTo(SETTINGS.issuer() + "/.well-known/jwks.json");
    assertThat(pool.get("/other/.well-known/jwks.json").status()).isEqualTo(404);
  }

  @Test
  void mailThatCannotBeSent_isADeliveryFailure() throws Exception {
    try (CognitoPool broken =
        new CognitoPool(
            SETTINGS,
            new MovableClock(),
            Optional.empty(),
            (email, code) -> {
              throw new IllegalStateException("outbox full");
            })) {
      broken.create(ADA);
      assertThatThrownBy(() -> broken.prefer(ADA, "EMAIL_OTP"))
          .isInstanceOf(CodeDeliveryFailureException.class);
    }
  }

  @Test
  void stateFile_keepsUsersKeysTokensAndSessions_andNoPasswordInClear(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("data/cognito.json");
    MovableClock clock = new MovableClock();
    String sub;
    String session;
    String code;
    AuthenticationResultType tokens;
    AuthenticationResultType revoked;
    try (CognitoPool before = new CognitoPool(SETTINGS, clock, Optional.of(file))) {
      sub = before.createWithPassword(ADA);
      tokens = before.signIn(ADA);
      revoked = before.signIn(ADA);
      before.client.revokeToken(r -> r.clientId(CLIENT).token(revoked.refreshToken()));
      session = before.prefer(ADA, "EMAIL_OTP").session();
      code = before.mails.getLast().code();
    }
    assertThat(Files.readString(file)).doesNotContain(PASSWORD, tokens.refreshToken());
    try (Stream<Path> files = Files.list(folder.resolve("data"))) {
      assertThat(files).containsExactly(file);
    }

    try (CognitoPool after = new CognitoPool(SETTINGS, clock, Optional.of(file))) {
      assertThat(after.client.getUser(r -> r.accessToken(tokens.accessToken())).username())
          .isEqualTo(sub);
      assertThat(after.refresh(tokens.refreshToken()).authenticationResult()).isNotNull();
      assertThatThrownBy(() -> after.refresh(revoked.refreshToken()))
          .isInstanceOf(NotAuthorizedException.class);
      assertThat(after.withPassword(ADA, PASSWORD).authenticationResult()).isNotNull();
      assertThat(after.respondWithCode(ADA, session, code).authenticationResult()).isNotNull();
    }
  }

  @Test
  void parallelCreationsOfOneAddress_makeOneUser() throws Exception {
    try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        var _ = calls.submit(() -> pool.create(ADA));
      }
    }
    assertThat(pool.client.listUsers(r -> r.userPoolId(POOL)).users()).hasSize(1);
  }
}
