package clientportal.folders;

import clientportal.access.Caller;
import clientportal.access.keys.FolderPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code GET …/folders/{folderId}}: 200 with the folder, with {@code shareState} for staff and
 * {@code access} for readers; 404.
 */
public record GetFolderHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetFolderHandler() {
    this(FoldersModule.fromEnvironment().getFolder());
  }

  GetFolderHandler(GetFolder getFolder) {
    this(
        Endpoint.of(request -> {
          GetFolder.Found found = getFolder.handle(Caller.of(request), FolderPath.of(request));
          return Response.ok(found.view().json()).etag(found.folder().revision());
        }));
  }
}
