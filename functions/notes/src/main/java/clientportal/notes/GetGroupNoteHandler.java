package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.keys.GroupNotePath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET /v1/firms/{firmId}/group-notes/{noteId}}: 200 with the group note; 404. */
public record GetGroupNoteHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetGroupNoteHandler() {
    this(NotesModule.fromEnvironment().getGroupNote());
  }

  GetGroupNoteHandler(GetGroupNote getGroupNote) {
    this(
        Endpoint.of(request -> {
          GetGroupNote.Found found =
              getGroupNote.handle(Caller.of(request), GroupNotePath.of(request));
          return Response.ok(NoteView.whole(found.note(), found.text(), found.shareState()))
              .etag(found.note().revision());
        }));
  }
}
