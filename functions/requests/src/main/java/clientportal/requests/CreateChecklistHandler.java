package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.FirmPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST /v1/firms/{firmId}/checklists}: 201 with the checklist, 404, 400, 409 {@code
 * conflict}, 422 {@code idempotency-key-reused}.
 */
public record CreateChecklistHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public CreateChecklistHandler() {
    this(RequestsModule.fromEnvironment().createChecklist());
  }

  CreateChecklistHandler(CreateChecklist createChecklist) {
    this(
        Endpoint.of(request -> {
          WholeChecklist created =
              createChecklist.handle(
                  Caller.of(request),
                  FirmPath.of(request),
                  request.body(NewChecklist::read),
                  Idempotency.of(request));
          return Response.created(
                  created.checklist().path().toString(), ChecklistView.whole(created))
              .etag(created.checklist().revision());
        }));
  }
}
