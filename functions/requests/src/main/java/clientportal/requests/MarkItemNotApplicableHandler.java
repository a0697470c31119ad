package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.RequestItemPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/engagements/{engagementId}/items/{itemId}/not-applicable}: 200 with the item, 404,
 * 403, 400, 409 {@code status-conflict}, {@code limit-reached} or {@code conflict}, 422 {@code
 * idempotency-key-reused}.
 */
public record MarkItemNotApplicableHandler(RequestStreamHandler delegate)
    implements LambdaFunction {
  public MarkItemNotApplicableHandler() {
    this(RequestsModule.fromEnvironment().markItemNotApplicable());
  }

  MarkItemNotApplicableHandler(MarkItemNotApplicable markItemNotApplicable) {
    this(
        Endpoint.of(request ->
            Response.ok(
                ItemView.ofReader(
                    markItemNotApplicable.handle(
                        Caller.of(request),
                        RequestItemPath.of(request),
                        request.body(NewReason::read),
                        Idempotency.of(request))))));
  }
}
