package clientportal.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.local.fixture.Fixture;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApiFrontIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void event_isOfPayloadFormat2() throws Exception {
    HttpResponse<String> response =
        Fixture.send(
            Fixture.request("/v1/echo?a=1&a=2&b=x%20y&c")
                .header("X-Several", "one")
                .header("X-Several", "two")
                .header("Cookie", "k=v; l=w")
                .header("X-Local-Source-Ip", "203.0.113.7")
                .header("User-Agent", "test")
                .header("Content-Type", "application/merge-patch+json")
                .POST(BodyPublishers.ofString("{\"ä\":1}")));

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("etag")).hasValue("\"1\"");
    assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
    JsonNode event = event(response);
    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.path("routeKey").asText()).isEqualTo("POST /v1/echo");
    assertThat(event.path("rawPath").asText()).isEqualTo("/v1/echo");
    assertThat(event.path("rawQueryString").asText()).isEqualTo("a=1&a=2&b=x%20y&c");
    assertThat(event.path("queryStringParameters").toString())
        .isEqualTo("{\"a\":\"1,2\",\"b\":\"x y\",\"c\":\"\"}");
    assertThat(event.path("cookies").toString()).isEqualTo("[\"k=v\",\"l=w\"]");
    assertThat(event.path("headers").path("x-several").asText()).isEqualTo("one,two");
    assertThat(event.path("headers").has("cookie")).isFalse();
    assertThat(event.path("headers").has("x-local-source-ip")).isFalse();
    assertThat(event.path("body").asText()).isEqualTo("{\"ä\":1}");
    assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    assertThat(event.has("pathParameters")).isFalse();
    assertThat(event.at("/stageVariables/client").asText()).isEqualTo("localuserpoolclient");
    JsonNode context = event.path("requestContext");
    assertThat(context.path("stage").asText()).isEqualTo("$default");
    assertThat(context.path("http").path("sourceIp").asText()).isEqualTo("203.0.113.7");
    assertThat(context.path("http").path("userAgent").asText()).isEqualTo("test");
    assertThat(context.path("http").path("method").asText()).isEqualTo("POST");
    assertThat(context.path("time").asText())
        .matches("\\d\\d/\\w{3}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000");
    assertThat(context.has("authorizer")).isFalse();
  }

  @Test
  void body_notOfText_isBase64() throws Exception {
    JsonNode event =
        event(
            Fixture.send(
                Fixture.request("/v1/echo")
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofByteArray(new byte[] {1, 2, 3}))));

    assertThat(event.path("body").asText()).isEqualTo("AQID");
    assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
  }

  @Test
  void environment_isWhatTheTemplateGives_andTheSdksOwn() throws Exception {
    JsonNode environment =
        MAPPER.readTree(Fixture.send(Fixture.request("/v1/echo")).body()).path("environment");

    assertThat(environment.path("COMMON").asText()).isEqualTo("fixture-common");
    assertThat(environment.path("TABLE_NAME").asText()).isEqualTo("fixture-table");
    assertThat(environment.path("LITERAL").asText()).isEqualTo("${Kept} quiet");
    assertThat(environment.has("LEFT_OUT")).isFalse();
    assertThat(environment.path("AWS_LAMBDA_FUNCTION_NAME").asText()).isEqualTo("fixture-Echo");
    assertThat(environment.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "COMMON",
            "TABLE_NAME",
            "LITERAL",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_REGION",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_ENDPOINT_URL_DYNAMODB",
            "AWS_ENDPOINT_URL_DYNAMODB_STREAMS",
            "AWS_ENDPOINT_URL_S3",
            "AWS_ENDPOINT_URL_SESV2",
            "AWS_ENDPOINT_URL_SNS",
            "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER");
  }

  @Test
  void unknownPathOrMethod_is404() throws Exception {
    for (HttpResponse<String> response :
        List.of(
            Fixture.send(Fixture.request("/v1/nothing")),
            Fixture.send(Fixture.request("/v1/echo").DELETE()),
            Fixture.send(Fixture.request("/v1/echo/")))) {
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
    }
  }

  @Test
  void fixedSegment_goesBeforeAParameter() throws Exception {
    JsonNode event = event(Fixture.send(Fixture.request("/v1/things/fixed")));

    assertThat(event.path("routeKey").asText()).isEqualTo("GET /v1/things/fixed");
  }

  @Test
  void functionThatThrowsOrHangs_is500() throws Exception {
    for (String query : new String[] {"crash", "sleep"}) {
      HttpResponse<String> response = Fixture.send(Fixture.request("/v1/echo?" + query));

      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }
  }

  @Test
  void body_ofMoreThan10Mb_is413() throws Exception {
    HttpResponse<String> response =
        Fixture.send(
            Fixture.request("/v1/echo").POST(BodyPublishers.ofByteArray(new byte[(10 << 20) + 1])));

    assertThat(response.statusCode()).isEqualTo(413);
  }

  @Test
  void body_thatNobodyReads_isDrained_soThatItsAnswerArrives() throws Exception {
    byte[] large = new byte[20 << 20];

    assertThat(
            Fixture.send(Fixture.request("/v1/echo").POST(BodyPublishers.ofByteArray(large)))
                .statusCode())
        .isEqualTo(413);
    assertThat(
            Fixture.send(Fixture.request("/v1/nothing").POST(BodyPublishers.ofByteArray(large)))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void token_isNeeded_andMustBeAnAccessToken_inItsTime() throws Exception {
    Tokens tokens = Tokens.of("token@portal.test");

    assertThat(thing(null).statusCode()).isEqualTo(401);
    assertThat(thing(null).body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(thing(null).headers().firstValue("www-authenticate")).hasValue("Bearer");
    assertThat(thing("nonsense").statusCode()).isEqualTo(401);
    assertThat(thing(tokens.access() + "x").statusCode()).isEqualTo(401);
    assertThat(thing(tokens.id()).statusCode()).isEqualTo(403);
    assertThat(thing(tokens.id()).body()).isEqualTo("{\"message\":\"Forbidden\"}");

    HttpResponse<String> allowed = thing(tokens.access());
    assertThat(allowed.statusCode()).isEqualTo(201);
    JsonNode event = event(allowed);
    assertThat(event.path("pathParameters").path("thingId").asText()).isEqualTo("a/b c+d");
    JsonNode jwt = event.path("requestContext").path("authorizer").path("jwt");
    assertThat(jwt.path("claims").path("token_use").asText()).isEqualTo("access");
    assertThat(jwt.path("claims").path("exp").isTextual()).isTrue();
    assertThat(jwt.path("scopes").toString()).isEqualTo("[\"aws.cognito.signin.user.admin\"]");

    Fixture.stack().clock().advance(Duration.ofMinutes(16));
    assertThat(thing(tokens.access()).statusCode()).isEqualTo(401);
  }

  @Test
  void pageOfThisMachine_mayCall_andOthersMayNot() throws Exception {
    HttpResponse<String> preflight =
        Fixture.send(
            Fixture.request("/v1/echo")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "http://localhost:5173")
                .header("Access-Control-Request-Method", "POST"));
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.headers().firstValue("access-control-allow-origin"))
        .hasValue("http://localhost:5173");
    assertThat(preflight.headers().firstValue("access-control-allow-headers"))
        .hasValue("authorization,content-type");

    HttpResponse<String> response =
        Fixture.send(Fixture.request("/v1/nothing").header("Origin", "http://127.0.0.1:1"));
    assertThat(response.headers().firstValue("access-control-allow-origin"))
        .hasValue("http://127.0.0.1:1");
    assertThat(response.headers().firstValue("access-control-expose-headers"))
        .hasValue("etag,location");

    HttpResponse<String> foreign =
        Fixture.send(Fixture.request("/v1/echo").header("Origin", "https://evil.example"));
    assertThat(foreign.headers().firstValue("access-control-allow-origin")).isEmpty();
  }

  @Test
  void calls_areAttributedToTheirFunction() throws Exception {
    Fixture.stack().calls().clear();

    Fixture.send(Fixture.request("/v1/echo?read"));

    assertThat(Fixture.stack().calls().callsOf("Echo"))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.service()).isEqualTo("DynamoDb");
          assertThat(call.operation()).isEqualTo("GetItem");
          assertThat(call.resource()).isEqualTo("fixture-table");
          assertThat(call.response()).isPresent();
        });
  }

  private static HttpResponse<String> thing(@Nullable String token) throws Exception {
    var request = Fixture.request("/v1/things/a%2Fb%20c+d");
    return Fixture.send(
        token == null ? request : request.header("Authorization", "Bearer " + token));
  }

  private static JsonNode event(HttpResponse<String> response) throws Exception {
    return MAPPER.readTree(response.body()).path("event");
  }
}
