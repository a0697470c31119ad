package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.ListedPage;
import clientportal.access.keys.FirmPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.function.Function;

/** {@code GET …/group-notes?archived=}: 200 with a page of group notes, newest first; 400, 404. */
public record ListGroupNotesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListGroupNotesHandler() {
    this(NotesModule.fromEnvironment().listGroupNotes());
  }

  ListGroupNotesHandler(ListGroupNotes listGroupNotes) {
    this(
        Endpoint.of(request -> {
          ListedPage listed = ListedPage.of(request);
          return Response.ok(
              listed
                  .paging()
                  .answer(
                      listGroupNotes.handle(Caller.of(request), FirmPath.of(request), listed),
                      Function.identity()));
        }));
  }
}
