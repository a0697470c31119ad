package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.EngagementPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/engagements/{engagementId}/items}: 201 with the items, 404, 403, 400, 409 {@code
 * status-conflict}, {@code limit-reached}, {@code archived} or {@code conflict}, 422 {@code
 * recipient-not-permitted}, {@code unknown-reference} or {@code idempotency-key-reused}.
 */
public record RequestDocumentsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public RequestDocumentsHandler() {
    this(RequestsModule.fromEnvironment().requestDocuments());
  }

  RequestDocumentsHandler(RequestDocuments requestDocuments) {
    this(
        Endpoint.of(request -> {
          EngagementPath path = EngagementPath.of(request);
          Asked asked =
              requestDocuments.handle(
                  Caller.of(request),
                  path,
                  request.body(NewRequest::read),
                  Idempotency.of(request));
          return Response.created(path.toString(), asked.json());
        }));
  }
}
