package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.keys.FolderPath;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code GET …/folders/{folderId}/uploads}: 200 with a page of what is not available; 400, 404. */
public final class ListUploadsHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public ListUploadsHandler() {
    this(DocumentsModule.fromEnvironment().listUploads());
  }

  ListUploadsHandler(ListUploads listUploads) {
    endpoint =
        Endpoint.of(request -> {
          Paging paging = request.paging();
          ListUploads.Listed listed =
              listUploads.handle(Caller.of(request), FolderPath.of(request), paging);
          return Response.ok(
              paging.answer(
                  listed.uploads().stream().map(DocumentView::json).toList(), listed.page()));
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
