package clientportal.folders;

import clientportal.access.Caller;
import clientportal.access.ListedPage;
import clientportal.access.keys.ClientPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/folders?archived=}: 200 with a page of folders by name; 400, 404. */
public record ListFoldersHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListFoldersHandler() {
    this(FoldersModule.fromEnvironment().listFolders());
  }

  ListFoldersHandler(ListFolders listFolders) {
    this(
        Endpoint.of(request -> {
          ListedPage listed = ListedPage.of(request);
          FolderPage folders =
              listFolders.handle(Caller.of(request), ClientPath.of(request), listed);
          return Response.ok(
              listed
                  .paging()
                  .answer(
                      folders.folders().stream().map(FolderView::json).toList(), folders.page()));
        }));
  }
}
