package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.keys.FolderPath;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code GET …/folders/{folderId}}: 200 with the folder, with {@code shareState} for staff and
 * {@code access} for readers; 404.
 */
public final class GetFolderHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public GetFolderHandler() {
    this(DocumentsModule.fromEnvironment().getFolder());
  }

  GetFolderHandler(GetFolder getFolder) {
    endpoint =
        Endpoint.of(request -> {
          GetFolder.Found found = getFolder.handle(Caller.of(request), FolderPath.of(request));
          return Response.ok(found.view().json()).etag(found.folder().revision());
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
