package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.keys.NotePath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code PATCH …/notes/{noteId}}: 200 with the note, 404, 403, 400, 412, 409 {@code archived} or
 * {@code conflict}.
 */
public record UpdateNoteHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public UpdateNoteHandler() {
    this(NotesModule.fromEnvironment().updateNote());
  }

  UpdateNoteHandler(UpdateNote updateNote) {
    this(
        Endpoint.of(request -> {
          UpdateNote.Changed changed =
              updateNote.handle(
                  Caller.of(request),
                  NotePath.of(request),
                  request.body(NotePatch::read),
                  request.precondition());
          return Response.ok(
                  NoteView.forStaff(changed.note(), changed.text(), changed.shareState()))
              .etag(changed.note().revision());
        }));
  }
}
