package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.records.GroupNote;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET /v1/firms/{firmId}/group-notes/{noteId}/shares}: 200 with the shares; 404. */
public record GetGroupNoteSharesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetGroupNoteSharesHandler() {
    this(NotesModule.fromEnvironment().getGroupNoteShares());
  }

  GetGroupNoteSharesHandler(GetGroupNoteShares getGroupNoteShares) {
    this(
        Endpoint.of(request -> {
          GroupNote note = getGroupNoteShares.handle(Caller.of(request), GroupNotePath.of(request));
          return Response.ok(GroupSharesView.of(note)).etag(note.revision());
        }));
  }
}
