package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.ListedPage;
import clientportal.access.keys.ClientPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.function.Function;

/** {@code GET …/notes?archived=}: 200 with a page of notes, newest first; 400, 404. */
public record ListNotesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListNotesHandler() {
    this(NotesModule.fromEnvironment().listNotes());
  }

  ListNotesHandler(ListNotes listNotes) {
    this(
        Endpoint.of(request -> {
          ListedPage listed = ListedPage.of(request);
          return Response.ok(
              listed
                  .paging()
                  .answer(
                      listNotes.handle(Caller.of(request), ClientPath.of(request), listed),
                      Function.identity()));
        }));
  }
}
