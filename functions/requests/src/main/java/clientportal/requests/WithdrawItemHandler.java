package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.RequestItemPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/engagements/{engagementId}/items/{itemId}/withdrawal}: 200 with the item, 404, 403,
 * 409 {@code status-conflict} or {@code conflict}, 422 {@code idempotency-key-reused}.
 */
public record WithdrawItemHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public WithdrawItemHandler() {
    this(RequestsModule.fromEnvironment().withdrawItem());
  }

  WithdrawItemHandler(WithdrawItem withdrawItem) {
    this(
        Endpoint.of(request ->
            Response.ok(
                ItemView.ofReader(
                    withdrawItem.handle(
                        Caller.of(request),
                        RequestItemPath.of(request),
                        Idempotency.of(request))))));
  }
}
