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

/** {@code GET …/folders/{folderId}/documents/{documentId}}: 200 with the document; 404. */
public final class GetDocumentHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public GetDocumentHandler() {
    this(DocumentsModule.fromEnvironment().getDocument());
  }

  GetDocumentHandler(GetDocument getDocument) {
    endpoint =
        Endpoint.of(request -> {
          DocumentView view = getDocument.handle(Caller.of(request), DocumentPath.of(request));
          return Response.ok(view.json()).etag(view.revision());
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
