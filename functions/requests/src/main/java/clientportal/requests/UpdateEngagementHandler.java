package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.keys.EngagementPath;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code PATCH …/engagements/{engagementId}}: 200 with the engagement, 404, 403, 400, 412, 409
 * {@code status-conflict} or {@code conflict}.
 */
public record UpdateEngagementHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public UpdateEngagementHandler() {
    this(RequestsModule.fromEnvironment().updateEngagement());
  }

  UpdateEngagementHandler(UpdateEngagement updateEngagement) {
    this(
        Endpoint.of(request -> {
          WholeEngagement whole =
              updateEngagement.handle(
                  Caller.of(request),
                  EngagementPath.of(request),
                  request.body(EngagementPatch::read),
                  request.precondition());
          return Response.ok(EngagementView.ofStaff(whole.engagement(), whole.progress()))
              .etag(whole.engagement().revision());
        }));
  }
}
