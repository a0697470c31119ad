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
 * {@code PATCH …/folders/{folderId}}: 200 with the folder, 404, 403, 400, 412, 409 {@code
 * archived}.
 */
public final class UpdateFolderHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public UpdateFolderHandler() {
    this(DocumentsModule.fromEnvironment().updateFolder());
  }

  UpdateFolderHandler(UpdateFolder updateFolder) {
    endpoint =
        Endpoint.of(request -> {
          UpdateFolder.Changed changed =
              updateFolder.handle(
                  Caller.of(request),
                  FolderPath.of(request),
                  request.body(DetailsPatch::ofFolder),
                  request.precondition());
          return Response.ok(FolderView.forStaff(changed.folder(), changed.at()).json())
              .etag(changed.folder().revision());
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
