package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.keys.FolderPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/folders/{folderId}/uploads}: 200 with a page of unavailable documents; 400, 404. */
public record ListUploadsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListUploadsHandler() {
    this(DocumentsModule.fromEnvironment().listUploads());
  }

  ListUploadsHandler(ListUploads listUploads) {
    this(
        Endpoint.of(request -> {
          Paging paging = request.paging();
          return Response.ok(
              paging.answer(
                  listUploads.handle(Caller.of(request), FolderPath.of(request), paging),
                  DocumentView::json));
        }));
  }
}
