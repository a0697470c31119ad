package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.keys.GroupNotePath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code PATCH /v1/firms/{firmId}/group-notes/{noteId}}: 200 with the group note, 404, 403, 400,
 * 412, 409 {@code archived} or {@code conflict}.
 */
public record UpdateGroupNoteHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public UpdateGroupNoteHandler() {
    this(NotesModule.fromEnvironment().updateGroupNote());
  }

  UpdateGroupNoteHandler(UpdateGroupNote updateGroupNote) {
    this(
        Endpoint.of(request -> {
          UpdateGroupNote.Changed changed =
              updateGroupNote.handle(
                  Caller.of(request),
                  GroupNotePath.of(request),
                  request.body(NotePatch::read),
                  request.precondition());
          return Response.ok(NoteView.whole(changed.note(), changed.text(), changed.shareState()))
              .etag(changed.note().revision());
        }));
  }
}
