package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code DELETE …/folders/{folderId}/documents/{documentId}}: 204, also where it is archived
 * already, 404, 403, 412, 409 {@code archived} (the folder) or {@code not-available}.
 */
public final class ArchiveDocumentHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public ArchiveDocumentHandler() {
    this(DocumentsModule.fromEnvironment().updateDocument());
  }

  ArchiveDocumentHandler(UpdateDocument updateDocument) {
    endpoint =
        Endpoint.of(request -> {
          updateDocument.handle(
              Caller.of(request),
              DocumentPath.of(request),
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
