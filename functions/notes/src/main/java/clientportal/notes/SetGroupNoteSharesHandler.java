package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.records.GroupNote;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code PUT /v1/firms/{firmId}/group-notes/{noteId}/shares}: 200 with the shares, 404, 403, 400,
 * 412, 409 {@code archived} or {@code conflict}.
 */
public record SetGroupNoteSharesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public SetGroupNoteSharesHandler() {
    this(NotesModule.fromEnvironment().setGroupNoteShares());
  }

  SetGroupNoteSharesHandler(SetGroupNoteShares setGroupNoteShares) {
    this(
        Endpoint.of(request -> {
          GroupNote note =
              setGroupNoteShares.handle(
                  Caller.of(request),
                  GroupNotePath.of(request),
                  request.body(NewGroupShares::read),
                  request.precondition());
          return Response.ok(GroupSharesView.of(note)).etag(note.revision());
        }));
  }
}
