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
 * {@code PATCH …/folders/{folderId}/documents/{documentId}}: 200 with the document, 404, 403, 400,
 * 412, 409 {@code archived} or {@code not-available}.
 */
public final class UpdateDocumentHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public UpdateDocumentHandler() {
    this(DocumentsModule.fromEnvironment().updateDocument());
  }

  UpdateDocumentHandler(UpdateDocument updateDocument) {
    endpoint =
        Endpoint.of(request -> {
          DocumentView view =
              updateDocument.handle(
                  Caller.of(request),
                  DocumentPath.of(request),
                  request.body(DetailsPatch::ofDocument),
                  request.precondition());
          return Response.ok(view.json()).etag(view.revision());
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
