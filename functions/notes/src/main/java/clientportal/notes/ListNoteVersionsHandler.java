package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.keys.NotePath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/notes/{noteId}/versions}: 200 with a page of texts, newest first; 400, 404, 403. */
public record ListNoteVersionsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListNoteVersionsHandler() {
    this(NotesModule.fromEnvironment().listNoteVersions());
  }

  ListNoteVersionsHandler(ListNoteVersions listNoteVersions) {
    this(
        Endpoint.of(request -> {
          Paging paging = request.paging();
          return Response.ok(
              paging.answer(
                  listNoteVersions.handle(Caller.of(request), NotePath.of(request), paging),
                  NoteView::of));
        }));
  }
}
