package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.keys.GroupNotePath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code DELETE /v1/firms/{firmId}/group-notes/{noteId}}: 204, even if it is archived already, 404,
 * 403, 412, 409 {@code conflict}.
 */
public record ArchiveGroupNoteHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ArchiveGroupNoteHandler() {
    this(NotesModule.fromEnvironment().updateGroupNote());
  }

  ArchiveGroupNoteHandler(UpdateGroupNote updateGroupNote) {
    this(
        Endpoint.of(request -> {
          updateGroupNote.handle(
              Caller.of(request),
              GroupNotePath.of(request),
              NotePatch::archive,
              request.precondition());
          return Response.noContent();
        }));
  }
}
