package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.keys.ClientPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.function.Function;

/**
 * {@code GET …/activity}: 200 with a page of documents, notes and group notes, newest first; 400,
 * 404.
 */
public record ListActivityHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListActivityHandler() {
    this(NotesModule.fromEnvironment().listActivity());
  }

  ListActivityHandler(ListActivity listActivity) {
    this(
        Endpoint.of(request -> {
          Paging paging = request.paging();
          return Response.ok(
              paging.answer(
                  listActivity.handle(Caller.of(request), ClientPath.of(request), paging),
                  Function.identity()));
        }));
  }
}
