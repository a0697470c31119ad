package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.keys.RequestItemPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/items/{itemId}/files}: 200 with a page of files; 404, 400. */
public record ListItemFilesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListItemFilesHandler() {
    this(RequestsModule.fromEnvironment().listItemFiles());
  }

  ListItemFilesHandler(ListItemFiles listItemFiles) {
    this(
        Endpoint.of(request -> {
          Paging paging = request.paging();
          ListItemFiles.Found found =
              listItemFiles.handle(Caller.of(request), RequestItemPath.of(request), paging);
          return Response.ok(paging.answer(found.files(), found.page()));
        }));
  }
}
