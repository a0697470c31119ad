package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.keys.GroupNotePath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code GET /v1/firms/{firmId}/group-notes/{noteId}/versions}: 200 with a page of texts, newest
 * first; 400, 404.
 */
public record ListGroupNoteVersionsHandler(RequestStreamHandler delegate)
    implements LambdaFunction {
  public ListGroupNoteVersionsHandler() {
    this(NotesModule.fromEnvironment().listGroupNoteVersions());
  }

  ListGroupNoteVersionsHandler(ListGroupNoteVersions listGroupNoteVersions) {
    this(
        Endpoint.of(request -> {
          Paging paging = request.paging();
          return Response.ok(
              paging.answer(
                  listGroupNoteVersions.handle(
                      Caller.of(request), GroupNotePath.of(request), paging),
                  NoteView::of));
        }));
  }
}
