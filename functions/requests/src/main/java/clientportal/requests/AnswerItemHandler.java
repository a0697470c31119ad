package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.keys.RequestItemPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code PUT …/engagements/{engagementId}/items/{itemId}/answer}: 200 with the item, 404, 403, 400,
 * 409 {@code status-conflict}, {@code limit-reached} or {@code conflict}.
 */
public record AnswerItemHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public AnswerItemHandler() {
    this(RequestsModule.fromEnvironment().answerItem());
  }

  AnswerItemHandler(AnswerItem answerItem) {
    this(
        Endpoint.of(request ->
            Response.ok(
                ItemView.ofReader(
                    answerItem.handle(
                        Caller.of(request),
                        RequestItemPath.of(request),
                        request.body(NewAnswer::read))))));
  }
}
