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
 * {@code DELETE …/folders/{folderId}}: 204, even if it is archived already, 404, 403, 412, 409
 * {@code conflict}.
 */
public final class ArchiveFolderHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public ArchiveFolderHandler() {
    this(DocumentsModule.fromEnvironment().updateFolder());
  }

  ArchiveFolderHandler(UpdateFolder updateFolder) {
    endpoint =
        Endpoint.of(request -> {
          updateFolder.handle(
              Caller.of(request),
              FolderPath.of(request),
              DetailsPatch::archive,
              request.precondition());
          return Response.noContent();
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
