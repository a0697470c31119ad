package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.keys.EngagementPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/engagements/{engagementId}}: 200 with the engagement and its items; 404. */
public record GetEngagementHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetEngagementHandler() {
    this(RequestsModule.fromEnvironment().getEngagement());
  }

  GetEngagementHandler(GetEngagement getEngagement) {
    this(
        Endpoint.of(request -> {
          GetEngagement.Found found =
              getEngagement.handle(Caller.of(request), EngagementPath.of(request));
          Response response = Response.ok(found.view());
          return found.revision().map(response::etag).orElseGet(response::etagOfBody);
        }));
  }
}
