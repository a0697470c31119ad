package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.EngagementPath;
import clientportal.access.records.RequestItem;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import clientportal.platform.json.Json;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.List;

/**
 * {@code POST …/engagements/{engagementId}/submissions}: 200 with the items, 404, 403, 400, 409
 * {@code status-conflict} or {@code conflict}, 422 {@code unknown-reference} or {@code
 * idempotency-key-reused}.
 */
public record SubmitItemsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public SubmitItemsHandler() {
    this(RequestsModule.fromEnvironment().submitItems());
  }

  SubmitItemsHandler(SubmitItems submitItems) {
    this(
        Endpoint.of(request -> {
          List<RequestItem> items =
              submitItems.handle(
                  Caller.of(request),
                  EngagementPath.of(request),
                  request.body(ItemsToSubmit::read),
                  Idempotency.of(request));
          return Response.ok(
              Json.object().with("items", items.stream().map(ItemView::ofReader).toList()));
        }));
  }
}
