package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.ListedPage;
import clientportal.access.keys.FolderPath;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code GET …/folders/{folderId}/documents?archived=}: 200 with a page of documents, newest first;
 * 400, 404.
 */
public final class ListDocumentsHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public ListDocumentsHandler() {
    this(DocumentsModule.fromEnvironment().listDocuments());
  }

  ListDocumentsHandler(ListDocuments listDocuments) {
    endpoint =
        Endpoint.of(request -> {
          ListedPage listed = ListedPage.of(request);
          ListDocuments.Listed documents =
              listDocuments.handle(Caller.of(request), FolderPath.of(request), listed);
          return Response.ok(
              listed
                  .paging()
                  .answer(
                      documents.documents().stream().map(DocumentView::json).toList(),
                      documents.page()));
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
