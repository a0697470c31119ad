package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.ListedPage;
import clientportal.access.keys.FolderPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code GET …/folders/{folderId}/documents?archived=}: 200 with a page of documents, newest first;
 * 400, 404.
 */
public record ListDocumentsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListDocumentsHandler() {
    this(DocumentsModule.fromEnvironment().listDocuments());
  }

  ListDocumentsHandler(ListDocuments listDocuments) {
    this(
        Endpoint.of(request -> {
          ListedPage listed = ListedPage.of(request);
          return Response.ok(
              listed
                  .paging()
                  .answer(
                      listDocuments.handle(Caller.of(request), FolderPath.of(request), listed),
                      DocumentView::json));
        }));
  }
}
