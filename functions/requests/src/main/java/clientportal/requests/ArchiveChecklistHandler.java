package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.keys.ChecklistPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code DELETE /v1/firms/{firmId}/checklists/{checklistId}}: 204, even if it is archived already,
 * 404, 412, 409 {@code conflict}.
 */
public record ArchiveChecklistHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ArchiveChecklistHandler() {
    this(RequestsModule.fromEnvironment().updateChecklist());
  }

  ArchiveChecklistHandler(UpdateChecklist updateChecklist) {
    this(
        Endpoint.of(request -> {
          updateChecklist.handle(
              Caller.of(request),
              ChecklistPath.of(request),
              ChecklistPatch::archive,
              request.precondition());
          return Response.noContent();
        }));
  }
}
