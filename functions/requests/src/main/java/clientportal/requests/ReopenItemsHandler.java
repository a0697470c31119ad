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
 * {@code POST …/engagements/{engagementId}/reopenings}: 200 with the items, 404, 403, 400, 409
 * {@code status-conflict}, {@code limit-reached} or {@code conflict}, 422 {@code unknown-reference}
 * or {@code idempotency-key-reused}.
 */
public record ReopenItemsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ReopenItemsHandler() {
    this(RequestsModule.fromEnvironment().reopenItems());
  }

  ReopenItemsHandler(ReopenItems reopenItems) {
    this(
        Endpoint.of(request -> {
          List<RequestItem> items =
              reopenItems.handle(
                  Caller.of(request),
                  EngagementPath.of(request),
                  request.body(ItemsToReopen::read),
                  Idempotency.of(request));
          return Response.ok(
              Json.object().with("items", items.stream().map(ItemView::ofStaff).toList()));
        }));
  }
}
