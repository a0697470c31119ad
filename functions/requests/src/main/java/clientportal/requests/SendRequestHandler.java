package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.EngagementPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/engagements/{engagementId}/request}: 200 with the items, 404, 403, 400, 409 {@code
 * status-conflict} or {@code conflict}, 422 {@code unknown-reference} or {@code
 * idempotency-key-reused}.
 */
public record SendRequestHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public SendRequestHandler() {
    this(RequestsModule.fromEnvironment().sendRequest());
  }

  SendRequestHandler(SendRequest sendRequest) {
    this(
        Endpoint.of(request ->
            Response.ok(
                sendRequest
                    .handle(
                        Caller.of(request),
                        EngagementPath.of(request),
                        request.body(ItemsToSend::read),
                        Idempotency.of(request))
                    .json())));
  }
}
