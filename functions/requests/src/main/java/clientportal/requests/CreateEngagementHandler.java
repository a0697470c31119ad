package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.ClientPath;
import clientportal.access.records.Engagement;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/engagements}: 201 with the engagement, 404, 403, 400, 409 {@code limit-reached} or
 * {@code conflict}, 422 {@code unknown-reference} or {@code idempotency-key-reused}.
 */
public record CreateEngagementHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public CreateEngagementHandler() {
    this(RequestsModule.fromEnvironment().createEngagement());
  }

  CreateEngagementHandler(CreateEngagement createEngagement) {
    this(
        Endpoint.of(request -> {
          Engagement engagement =
              createEngagement.handle(
                  Caller.of(request),
                  ClientPath.of(request),
                  request.body(NewEngagement::read),
                  Idempotency.of(request));
          return Response.created(engagement.path().toString(), EngagementView.ofStaff(engagement))
              .etag(engagement.revision());
        }));
  }
}
