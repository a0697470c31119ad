package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.ClientPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.RuntimeContext;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Clock;

/**
 * {@code POST …/notes}: 201 with the note, 404, 403, 400, 409 {@code not-shareable} or {@code
 * conflict}, 422 {@code idempotency-key-reused}, {@code recipient-not-permitted} or {@code
 * account-required}.
 */
public record CreateNoteHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public CreateNoteHandler() {
    this(NotesModule.fromEnvironment().createNote(), RuntimeContext.current().clock());
  }

  CreateNoteHandler(CreateNote createNote, Clock clock) {
    this(
        Endpoint.of(request -> {
          CreateNote.Created created =
              createNote.handle(
                  Caller.of(request),
                  ClientPath.of(request),
                  request.body(input -> NewNote.read(input, clock.instant())),
                  Idempotency.of(request));
          return Response.created(
                  created.note().path().toString(),
                  NoteView.forStaff(created.note(), created.text(), created.shareState()))
              .etag(created.note().revision());
        }));
  }
}
