package clientportal.platform.http;

import clientportal.platform.snapshot.Snapshot;
import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What surrounds every route: reads the event, calls the route, turns failures into problems and
 * writes one line to the log, with ids and the outcome only.
 */
public final class Endpoint {
  private final Function<Request, Response> route;

  private Endpoint(Function<Request, Response> route) {
    this.route = route;
  }

  public static Endpoint of(Function<Request, Response> route) {
    Endpoint endpoint = new Endpoint(route);
    Snapshot.prime(() -> Rehearsal.of(endpoint));
    return endpoint;
  }

  public void handle(InputStream event, OutputStream out, Context context) throws IOException {
    long started = System.nanoTime();
    Request request = Request.of(Json.read(event));
    String instance = "urn:request:" + context.getAwsRequestId();
    Response response;
    Optional<ProblemType> problem = Optional.empty();
    try {
      response = route.apply(request);
    } catch (ProblemException expected) {
      problem = Optional.of(expected.type());
      response = Response.problem(expected, instance);
    } catch (RuntimeException unexpected) {
      problem = Optional.of(ProblemType.INTERNAL_ERROR);
      context.getLogger().log(failure(unexpected, context));
      response =
          Response.problem(
              new ProblemException(
                  ProblemType.INTERNAL_ERROR, "It is logged under the instance of this problem."),
              instance);
    }
    write(response, out);
    context.getLogger().log(line(request, response, problem, started, context));
  }

  private static void write(Response response, OutputStream out) throws IOException {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("statusCode", response.status());
    answer.put("headers", response.headers());
    response.body().ifPresent(body -> answer.put("body", Json.write(body)));
    answer.put("isBase64Encoded", false);
    Json.write(answer, out);
  }

  private static String line(
      Request request,
      Response response,
      Optional<ProblemType> problem,
      long started,
      Context context) {
    JsonObject line =
        Json.object()
            .with("function", context.getFunctionName())
            .with("requestId", context.getAwsRequestId())
            .with("gatewayRequestId", request.requestId())
            .with("person", request.person())
            .with("method", request.method())
            .with("path", request.rawPath())
            .with("status", response.status())
            .with("problem", problem.map(ProblemType::slug))
            .with("milliseconds", (System.nanoTime() - started) / 1_000_000);
    return Json.write(line);
  }

  private static String failure(RuntimeException failure, Context context) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return Json.write(
        Json.object()
            .with("function", context.getFunctionName())
            .with("requestId", context.getAwsRequestId())
            .with("failure", trace.toString()));
  }
}
