package clientportal.platform.http;

import clientportal.platform.Surroundings;
import clientportal.platform.log.LogLine;
import clientportal.platform.snapshot.Snapshot;
import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What surrounds every route: reads the event, calls the route, turns failures into problems and
 * writes one line to the log, with ids and the outcome only.
 */
public final class Endpoint {
  private final Function<Request, Response> route;
  private final Clock clock;

  private Endpoint(Function<Request, Response> route, Clock clock) {
    this.route = route;
    this.clock = clock;
  }

  public static Endpoint of(Function<Request, Response> route) {
    Endpoint endpoint = new Endpoint(route, Surroundings.current().clock());
    Snapshot.prime(() -> Rehearsal.of(endpoint));
    return endpoint;
  }

  public void handle(InputStream event, OutputStream out, Context context) throws IOException {
    LogLine line = LogLine.of(context, clock);
    try {
      Request request = Request.of(Json.read(event));
      request.describe(line);
      Response response = respond(request, "urn:request:" + context.getAwsRequestId(), line);
      line.with("status", response.status());
      write(response, out);
    } catch (Error failure) {
      line.failed(failure);
      throw failure;
    } finally {
      line.write();
    }
  }

  private Response respond(Request request, String instance, LogLine line) {
    try {
      return route.apply(request);
    } catch (ProblemException expected) {
      line.with("problem", expected.type().slug());
      expected.counted().ifPresent(line::count);
      return Response.problem(expected, instance);
    } catch (RuntimeException unexpected) {
      line.with("problem", ProblemType.INTERNAL_ERROR.slug()).failed(unexpected);
      return Response.problem(
          new ProblemException(
              ProblemType.INTERNAL_ERROR, "It is logged under the instance of this problem."),
          instance);
    }
  }

  private static void write(Response response, OutputStream out) throws IOException {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("statusCode", response.status());
    answer.put("headers", response.headers());
    response.body().ifPresent(body -> answer.put("body", Json.write(body)));
    answer.put("isBase64Encoded", false);
    Json.write(answer, out);
  }
}
