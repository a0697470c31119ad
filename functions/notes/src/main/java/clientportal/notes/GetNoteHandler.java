package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.keys.NotePath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code GET …/notes/{noteId}}: 200 with the note, with {@code shareState} for staff and {@code
 * access} for readers; 404.
 */
public record GetNoteHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetNoteHandler() {
    this(NotesModule.fromEnvironment().getNote());
  }

  GetNoteHandler(GetNote getNote) {
    this(
        Endpoint.of(request -> {
          GetNote.Found found = getNote.handle(Caller.of(request), NotePath.of(request));
          return Response.ok(found.view()).etag(found.note().revision());
        }));
  }
}
