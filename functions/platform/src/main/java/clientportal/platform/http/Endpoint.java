package clientportal.platform.http;

import clientportal.platform.RuntimeContext;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonReader;
import clientportal.platform.log.LogLine;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.snapshot.Snapshot;
import clientportal.platform.table.BusyException;
import clientportal.platform.table.ConflictException;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Surrounds every route: reads the event, calls the route, turns failures into problems and writes
 * one line to the log, with ids and the outcome only.
 */
public final class Endpoint implements RequestStreamHandler {
  private final Function<Request, Response> route;
  private final Clock clock;

  private Endpoint(Function<Request, Response> route, Clock clock) {
    this.route = route;
    this.clock = clock;
  }

  public static Endpoint of(Function<Request, Response> route) {
    Endpoint endpoint = new Endpoint(route, RuntimeContext.current().clock());
    Snapshot.prime(() -> PrimingRequest.sendTo(endpoint));
    return endpoint;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream out, Context context)
      throws IOException {
    LogLine line = LogLine.of(context, clock);
    try {
      Request request = new Request(JsonReader.read(event));
      request.describe(line);
      Response response = respond(request, "urn:request:" + context.getAwsRequestId(), line);
      line.with("status", response.status());
      response.counted().ifPresent(line::count);
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
    } catch (RuntimeException failure) {
      ProblemException problem = problem(failure, line);
      line.with("problem", problem.type().slug());
      problem.metric().ifPresent(line::count);
      return Response.problem(problem, instance);
    }
  }

  private static ProblemException problem(RuntimeException failure, LogLine line) {
    if (failure instanceof ProblemException problem) {
      return problem;
    }
    if (failure instanceof ConflictException) {
      return new ProblemException(
          ProblemType.CONFLICT, "Others are changing the same item. Try again in a moment.");
    }
    if (failure instanceof BusyException busy) {
      line.with("busy", String.valueOf(busy.getMessage()));
      return ProblemException.tryAgain();
    }
    line.failed(failure);
    return new ProblemException(
        ProblemType.INTERNAL_ERROR, "It is logged under the instance of this problem.");
  }

  private static void write(Response response, OutputStream out) throws IOException {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("statusCode", response.status());
    answer.put("headers", response.headers());
    response.body().ifPresent(body -> answer.put("body", body.text()));
    answer.put("isBase64Encoded", response.body().filter(Content::isBase64).isPresent());
    Json.write(answer, out);
  }
}
