package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.ListedPage;
import clientportal.access.keys.ClientPath;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code GET …/folders?archived=}: 200 with a page of folders by name; 400, 404. */
public final class ListFoldersHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public ListFoldersHandler() {
    this(DocumentsModule.fromEnvironment().listFolders());
  }

  ListFoldersHandler(ListFolders listFolders) {
    endpoint =
        Endpoint.of(request -> {
          ListedPage listed = ListedPage.of(request);
          FolderPage folders =
              listFolders.handle(Caller.of(request), ClientPath.of(request), listed);
          return Response.ok(
              listed
                  .paging()
                  .answer(
                      folders.folders().stream().map(FolderView::json).toList(), folders.page()));
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
