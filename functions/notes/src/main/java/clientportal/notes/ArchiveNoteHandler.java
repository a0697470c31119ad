package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.keys.NotePath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code DELETE …/notes/{noteId}}: 204, even if it is archived already, 404, 403, 412, 409 {@code
 * conflict}.
 */
public record ArchiveNoteHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ArchiveNoteHandler() {
    this(NotesModule.fromEnvironment().updateNote());
  }

  ArchiveNoteHandler(UpdateNote updateNote) {
    this(
        Endpoint.of(request -> {
          updateNote.handle(
              Caller.of(request), NotePath.of(request), NotePatch::archive, request.precondition());
          return Response.noContent();
        }));
  }
}
