package clientportal.local.http;

import clientportal.local.events.Activity;
import clientportal.local.functions.FunctionFailedException;
import clientportal.local.functions.FunctionHost;
import clientportal.local.template.Application;
import clientportal.local.template.Place;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The HTTP API: finds the route, verifies the token and invokes the function. */
public final class ApiFront implements HttpHandler {
  private static final int LARGEST_BODY = 10 << 20;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Application.HttpApi api;
  private final Place place;
  private final Routes routes;
  private final ApiCors cors;
  private final JwtAuthorizer authorizer;
  private final FunctionHost functions;
  private final Activity activity;
  private final Clock clock;

  /** {@code issuers} maps each issuer of the templates to the local one that replaces it. */
  public ApiFront(
      Application.HttpApi api,
      Place place,
      FunctionHost functions,
      Supplier<JWKSet> keys,
      Map<String, String> issuers,
      Activity activity,
      Clock clock) {
    this.api = api;
    this.place = place;
    this.routes = new Routes(api.routes());
    this.cors = new ApiCors(api.cors());
    this.authorizer = new JwtAuthorizer(keys, issuers, clock);
    this.functions = functions;
    this.activity = activity;
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    if (cors.isPreflight(exchange)) {
      new Answer(204, Map.of(), new byte[0]).send(exchange, cors.preflight(exchange));
      return;
    }
    Answer answer;
    try (Activity.Work _ = activity.begin("a request to the API")) {
      answer = answer(exchange);
    }
    answer.send(exchange, cors.headers(exchange));
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    Optional<Routes.Match> match =
        routes.find(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
    if (match.isEmpty()) {
      return Answer.message(404, "Not Found");
    }
    Optional<Application.Authorizer> rule = match.get().route().authorizer();
    if (rule.isEmpty()) {
      return run(exchange, match.get(), Map.of());
    }
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    return switch (authorizer.authorize(rule.get(), authorization)) {
      case JwtAuthorizer.Unauthorized refused ->
          Answer.message(401, "Unauthorized").with("www-authenticate", refused.challenge());
      case JwtAuthorizer.Forbidden refused ->
          Answer.message(403, "Forbidden").with("www-authenticate", refused.challenge());
      case JwtAuthorizer.Allowed allowed -> run(exchange, match.get(), Payload.authorizer(allowed));
    };
  }

  private Answer run(HttpExchange exchange, Routes.Match match, Map<String, Object> authorization)
      throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      return Answer.message(413, "Request Entity Too Large");
    }
    String requestId = UUID.randomUUID().toString();
    Map<String, Object> event =
        new Payload(exchange, match, place, api)
            .event(body, authorization, requestId, clock.instant());
    try {
      byte[] output =
          functions.invoke(match.route().functionName(), MAPPER.writeValueAsBytes(event));
      return Answer.of(output).with("apigw-requestid", requestId);
    } catch (FunctionFailedException | IOException e) {
      return Answer.message(500, "Internal Server Error").with("apigw-requestid", requestId);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.message(503, "Service Unavailable");
    }
  }
}
