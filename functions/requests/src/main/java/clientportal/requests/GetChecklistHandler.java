package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.keys.ChecklistPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET /v1/firms/{firmId}/checklists/{checklistId}}: 200 with the checklist; 404. */
public record GetChecklistHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetChecklistHandler() {
    this(RequestsModule.fromEnvironment().getChecklist());
  }

  GetChecklistHandler(GetChecklist getChecklist) {
    this(
        Endpoint.of(request -> {
          WholeChecklist found = getChecklist.handle(Caller.of(request), ChecklistPath.of(request));
          return Response.ok(ChecklistView.whole(found)).etag(found.checklist().revision());
        }));
  }
}
