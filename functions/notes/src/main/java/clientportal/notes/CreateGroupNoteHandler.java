package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.FirmPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST /v1/firms/{firmId}/group-notes}: 201 with the group note, 404, 400, 409 {@code
 * conflict}, 422 {@code unknown-client} or {@code idempotency-key-reused}.
 */
public record CreateGroupNoteHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public CreateGroupNoteHandler() {
    this(NotesModule.fromEnvironment().createGroupNote());
  }

  CreateGroupNoteHandler(CreateGroupNote createGroupNote) {
    this(
        Endpoint.of(request -> {
          CreateGroupNote.Created created =
              createGroupNote.handle(
                  Caller.of(request),
                  FirmPath.of(request),
                  request.body(NewGroupNote::read),
                  Idempotency.of(request));
          return Response.created(
                  created.note().path().toString(),
                  NoteView.whole(created.note(), created.text(), created.shareState()))
              .etag(created.note().revision());
        }));
  }
}
