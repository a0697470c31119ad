package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.keys.ChecklistPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code PATCH /v1/firms/{firmId}/checklists/{checklistId}}: 200 with the checklist, 404, 400, 412,
 * 409 {@code archived} or {@code conflict}.
 */
public record UpdateChecklistHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public UpdateChecklistHandler() {
    this(RequestsModule.fromEnvironment().updateChecklist());
  }

  UpdateChecklistHandler(UpdateChecklist updateChecklist) {
    this(
        Endpoint.of(request -> {
          WholeChecklist changed =
              updateChecklist.handle(
                  Caller.of(request),
                  ChecklistPath.of(request),
                  request.body(ChecklistPatch::read),
                  request.precondition());
          return Response.ok(ChecklistView.whole(changed)).etag(changed.checklist().revision());
        }));
  }
}
