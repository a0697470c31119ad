package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.keys.RequestItemPath;
import clientportal.access.records.RequestItem;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code PATCH …/engagements/{engagementId}/items/{itemId}}: 200 with the item, 404, 403, 400, 409
 * {@code status-conflict}, {@code limit-reached} or {@code conflict}, 422 {@code
 * recipient-not-permitted} or {@code unknown-reference}.
 */
public record UpdateItemHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public UpdateItemHandler() {
    this(RequestsModule.fromEnvironment().updateItem());
  }

  UpdateItemHandler(UpdateItem updateItem) {
    this(
        Endpoint.of(request -> {
          RequestItem item =
              updateItem.handle(
                  Caller.of(request), RequestItemPath.of(request), request.body(ItemPatch::read));
          return Response.ok(ItemView.ofStaff(item));
        }));
  }
}
