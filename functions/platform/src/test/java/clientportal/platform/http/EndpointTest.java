package clientportal.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.platform.json.Json;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.BusyException;
import clientportal.platform.table.ConflictException;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointTest {
  /** A body with one field of each kind. */
  private record Sample(
      String name,
      Optional<String> note,
      long size,
      boolean flag,
      List<String> tags,
      String inner) {
    static Sample read(Input input) {
      Field<String> name = input.required("name", Shape.name(10));
      Field<Optional<String>> note = input.optional("note", Shape.oneOf(Set.of("a", "b")));
      Field<Long> size = input.required("size", Shape.number(0, 10));
      Field<Boolean> flag = input.required("flag", Shape.flag());
      Field<List<String>> tags = input.values("tags", 2, Shape.text(0, 3));
      Field<String> inner =
          input.object(
              "inner",
              object -> {
                Field<String> deep = object.required("a/b", Shape.name(5));
                return object.build(deep::get);
              });
      return input.build(() ->
          new Sample(name.get(), note.get(), size.get(), flag.get(), tags.get(), inner.get()));
    }
  }

  private static final String GOOD =
      "{\"name\": \"Zoë\", \"size\": 3, \"flag\": true, \"tags\": [\"x\"], \"inner\": {\"a/b\":"
          + " \"y\"}}";

  private static Exchange.Answer post(String body) {
    return post(Exchange.of("POST", "/v1/samples").as("p").json(body));
  }

  private static Exchange.Answer post(Exchange exchange) {
    return exchange.send(
        Endpoint.of(request -> {
          Sample sample = request.body(Sample::read).read();
          return Response.created(
                  "/v1/samples/1",
                  Json.object().with("name", sample.name()).with("note", sample.note()))
              .etag(7);
        }));
  }

  @Test
  void aGoodRequest_isAnswered_withoutEmptyMembers_andNotCached() {
    Exchange.Answer answer = post(GOOD);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers())
        .containsEntry("content-type", "application/json")
        .containsEntry("cache-control", "no-store")
        .containsEntry("strict-transport-security", "max-age=63072000; includeSubDomains")
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("location", "/v1/samples/1")
        .containsEntry("etag", "\"7\"");
    assertThat(answer.get("name")).isEqualTo("Zoë");
    assertThat(answer.has("note")).isFalse();
  }

  @Test
  void allFaults_areReportedAtOnce_withTheirPointers() {
    Exchange.Answer answer =
        post(
            "{\"name\": \"\\u0000\", \"note\": \"c\", \"size\": 11, \"flag\": null,"
                + " \"tags\": [1, \"long\", \"x\"], \"inner\": {\"a~\": 1}, \"more\": 1}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
    assertThat(answer.get("instance")).isEqualTo("urn:request:request-1");
    assertThat(answer.get("type")).isEqualTo("urn:problem:invalid-request");
    assertThat((List<?>) answer.get("errors"))
        .extracting(fault -> pointerAndCode((java.util.Map<?, ?>) fault))
        .containsExactlyInAnyOrder(
            "/name format",
            "/note enum",
            "/size range",
            "/flag type",
            "/tags length",
            "/inner/a~1b required",
            "/inner/a~0 unknown",
            "/more unknown");
  }

  private static String pointerAndCode(java.util.Map<?, ?> fault) {
    return fault.get("pointer") + " " + fault.get("code");
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, type",
    "1e2, range",
    "3.5e0, type",
    "9007199254740993.5, type",
    "1e999999, range",
    "1e-999999, type",
    "'\"3\"', type",
    "99999999999999999999, range",
    "-1, range",
    "true, type"
  })
  void aSizeThatIsNotAWholeNumber_isAFault(String size, String code) {
    Exchange.Answer answer = post(GOOD.replace("\"size\": 3", "\"size\": " + size));

    assertThat(answer.get("errors").toString()).contains("/size").contains("code=" + code);
  }

  /** What counts as an integer in JSON Schema, and so in OpenAPI. */
  @ParameterizedTest
  @ValueSource(strings = {"3", "3.0", "3.000", "3e0", "0.3e1", "30e-1"})
  void aWholeNumber_mayBeWrittenInAnyWay(String size) {
    assertThat(post(GOOD.replace("\"size\": 3", "\"size\": " + size)).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"size\": 1e99999999999}",
        "nonsense",
        "{\"a\": 1} {}",
        "{\"a\": 1, \"a\": 2}",
        "{'a': 1}",
        "{\"a\": NaN}",
        "[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]",
        "{\"a\": \"\n\"}",
        "{\"a\": 1,}"
      })
  void aBodyThatIsNotStrictJson_isMalformed(String body) {
    assertThat(post(body).problem()).isEqualTo("malformed-json");
  }

  @Test
  void twentyLevels_areDeepEnough() {
    String deep = "[".repeat(19) + "]".repeat(19);

    assertThat(post("{\"more\": " + deep + "}").problem()).isEqualTo("invalid-request");
    assertThat(post("{\"more\": [" + deep + "]}").problem()).isEqualTo("malformed-json");
  }

  @Test
  void aBodyThatIsNoObject_isAFaultOfTheWholeBody() {
    Exchange.Answer answer = post("[]");

    assertThat(answer.get("errors").toString()).contains("pointer=,", "code=type");
  }

  @Test
  void sixtyFourKibibytes_areTheLimit() {
    int more = 64 * 1024 - GOOD.getBytes(StandardCharsets.UTF_8).length;

    assertThat(post(GOOD + " ".repeat(more)).status()).isEqualTo(201);
    assertThat(post(GOOD + " ".repeat(more + 1)).problem()).isEqualTo("body-too-large");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, 201",
    "Application/JSON; charset=utf-8, 201",
    "'application/json;charset=\"UTF-8\"', 201",
    "application/json; charset=utf8; version=1, 201",
    "application/json; charset=iso-8859-1, 415",
    "application/json; version=1; Charset=UTF-16, 415",
    "application/merge-patch+json, 415",
    "text/plain, 415",
    "'', 415"
  })
  void onlyJson_isSupported(String contentType, int status) {
    assertThat(
            post(Exchange.of("POST", "/v1/samples")
                    .as("p")
                    .header("content-type", contentType)
                    .json(GOOD))
                .status())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
  void aBodyThatIsNotUtf8_isMalformed_howeverTheGatewayPassesItOn(String charset) {
    byte[] bytes = GOOD.getBytes(Charset.forName(charset));
    String text = new String(bytes, StandardCharsets.UTF_8);

    assertThat(post(Exchange.of("POST", "/v1/samples").as("p").bytes(bytes)).problem())
        .isEqualTo("malformed-json");
    assertThat(post(text).problem()).isEqualTo("malformed-json");
  }

  @Test
  void plainUtf16_isMalformed_althoughItsBytesAreUtf8() {
    String ascii = GOOD.replace("Zoë", "Zoe");
    for (Charset charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
      byte[] bytes = ascii.getBytes(charset);
      assertThat(post(Exchange.of("POST", "/v1/samples").as("p").bytes(bytes)).problem())
          .isEqualTo("malformed-json");
      assertThat(post(new String(bytes, StandardCharsets.UTF_8)).problem())
          .isEqualTo("malformed-json");
    }
  }

  @Test
  void utf8_isRead_alsoAfterAByteOrderMark_andInBase64() {
    for (String body : List.of(GOOD, "\uFEFF" + GOOD)) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      assertThat(post(Exchange.of("POST", "/v1/samples").as("p").bytes(bytes)).get("name"))
          .isEqualTo("Zoë");
      assertThat(post(body).get("name")).isEqualTo("Zoë");
    }
  }

  @Test
  void aMergePatch_isSupportedForPatch() {
    RequestStreamHandler patch =
        Endpoint.of(request ->
            Response.ok(
                Json.object().with("x", request.body(input -> input.build(() -> "")).read())));

    assertThat(
            Exchange.of("PATCH", "/v1/samples/1")
                .as("p")
                .header("content-type", "application/merge-patch+json")
                .json("{}")
                .send(patch)
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a b", "ü", "12345678901234567890123456789012345678901234567890123456789012345"})
  void aFaultyIdempotencyKey_isAFaultOfTheRequest(String key) {
    Exchange.Answer answer =
        post(Exchange.of("POST", "/v1/samples").as("p").header("idempotency-key", key).json(GOOD));

    assertThat(answer.get("errors").toString()).contains("parameter=Idempotency-Key");
  }

  @Test
  void anUnexpectedFailure_returnsOnlyItsInstance() {
    Exchange.Answer answer =
        Exchange.of("GET", "/v1/samples")
            .as("p")
            .send(
                Endpoint.of(_ -> {
                  throw new IllegalStateException("secret detail");
                }));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.problem()).isEqualTo("internal-error");
    assertThat(answer.body().toString()).doesNotContain("secret").contains("urn:request:request-1");
    assertThat(answer.log())
        .singleElement()
        .asString()
        .contains("\"requestId\":\"request-1\"", "\"status\":500", "internal-error")
        .contains("\"failure\":\"java.lang.IllegalStateException: secret detail\\n\\tat client");
  }

  @Test
  void theLogLine_hasIdsAndOutcome_butNoContent() {
    Exchange.Answer answer =
        post(
            Exchange.of("POST", "/v1/samples")
                .as("p")
                .header("authorization", "Bearer t")
                .query("q", "Zo")
                .path("firmId", "01kjm5c9e1g3h5j7k9m1n3p5q7")
                .path("clientId", "zo@mail.test")
                .json(GOOD));

    assertThat(answer.log())
        .singleElement()
        .asString()
        .contains("\"status\":201", "\"route\":\"POST /v1/samples\"")
        .contains("\"requestId\":\"request-1\"", "\"gatewayRequestId\":\"gateway-request\"")
        .contains("\"trace\":\"1-5bef4de7-ad49b0e87f6ef6c87fc2e700\"", "\"person\":\"p\"")
        .contains("\"firmId\":\"01kjm5c9e1g3h5j7k9m1n3p5q7\"")
        .doesNotContain("Zo", "zo", "Bearer", "_aws");
  }

  @Test
  void aStranger_getsTheSameAnswer_andIsCounted() {
    Exchange.Answer refused =
        Exchange.of("GET", "/v1/samples")
            .as("p")
            .send(
                Endpoint.of(_ -> {
                  throw ProblemException.notFoundForStranger();
                }));
    Exchange.Answer absent =
        Exchange.of("GET", "/v1/samples")
            .as("p")
            .send(
                Endpoint.of(_ -> {
                  throw ProblemException.notFound();
                }));

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.body()).isEqualTo(absent.body());
    assertThat(refused.headers()).isEqualTo(absent.headers());
    assertThat(refused.log())
        .singleElement()
        .asString()
        .contains("\"problem\":\"not-found\"", "\"RefusalsAcrossFirms\":1", "\"_aws\":");
    assertThat(absent.log()).singleElement().asString().doesNotContain("_aws", "Refusals");
  }

  @Test
  void aBusyService_isNamedInTheLog_andTheCallerMayComeBack() {
    Exchange.Answer answer = failing(new BusyException("S3 GetObject: S3Exception"));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.problem()).isEqualTo("try-again");
    assertThat(answer.headers()).containsEntry("retry-after", "1");
    assertThat(answer.body().toString()).doesNotContain("S3");
    assertThat(answer.log())
        .singleElement()
        .asString()
        .contains("\"problem\":\"try-again\"", "\"busy\":\"S3 GetObject: S3Exception\"")
        .doesNotContain("failure");
  }

  @Test
  void aConflict_isNoFailure() {
    Exchange.Answer answer = failing(new ConflictException("others"));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("conflict");
    assertThat(answer.log()).singleElement().asString().doesNotContain("failure", "others");
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void aProblem_hasTheHeadersThatSayHowToGoOn(ProblemType type) {
    Exchange.Answer answer = failing(problem(type));

    assertThat(answer.status()).isEqualTo(type.status());
    assertThat(answer.headers().containsKey("retry-after"))
        .isEqualTo(type.status() == 429 || type.status() == 503);
    assertThat(answer.headers().containsKey("www-authenticate")).isEqualTo(type.status() == 401);
  }

  private static ProblemException problem(ProblemType type) {
    return switch (type) {
      case TOO_MANY_REQUESTS -> ProblemException.tooManyRequests("detail", Duration.ofMinutes(1));
      case TRY_AGAIN -> ProblemException.tryAgain();
      default -> new ProblemException(type, "detail");
    };
  }

  private static Exchange.Answer failing(RuntimeException failure) {
    return Exchange.of("GET", "/v1/samples/1")
        .as("p")
        .send(
            Endpoint.of(_ -> {
              throw failure;
            }));
  }

  @Test
  void anError_isLoggedToo_andThrown() {
    Invocation invocation = new Invocation();
    RequestStreamHandler broken =
        Endpoint.of(_ -> {
          throw new StackOverflowError();
        });

    assertThatThrownBy(() -> invocation.send(broken, java.util.Map.of()))
        .isInstanceOf(StackOverflowError.class);
    assertThat(invocation.log())
        .singleElement()
        .asString()
        .contains("\"failure\":\"java.lang.StackOverflowError");
  }

  @Test
  void anIdToken_isRefused() {
    RequestStreamHandler who =
        Endpoint.of(request -> Response.ok(Json.object().with("x", request.subject())));

    assertThat(Exchange.of("GET", "/v1/me").send(who).problem()).isEqualTo("permission-required");
    assertThat(Exchange.of("GET", "/v1/me").as("p").send(who).get("x")).isEqualTo("p");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"7\"', true",
    "*, true",
    "'\"6\", \"7\"', true",
    "'\"8\"', false",
    "'W/\"7\"', false",
    "7, false"
  })
  void ifMatch_isHonoured(String header, boolean matches) {
    RequestStreamHandler put =
        Endpoint.of(request -> {
          request.precondition().check(7);
          return Response.noContent();
        });

    assertThat(
            Exchange.of("PUT", "/v1/samples/1")
                .as("p")
                .header("if-match", header)
                .send(put)
                .status())
        .isEqualTo(matches ? 204 : 412);
  }
}
