package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code PATCH …/folders/{folderId}/documents/{documentId}}: 200 with the document, 404, 403, 400,
 * 412, 409 {@code archived} or {@code not-available}.
 */
public record UpdateDocumentHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public UpdateDocumentHandler() {
    this(DocumentsModule.fromEnvironment().updateDocument());
  }

  UpdateDocumentHandler(UpdateDocument updateDocument) {
    this(
        Endpoint.of(request -> {
          DocumentView view =
              updateDocument.handle(
                  Caller.of(request),
                  DocumentPath.of(request),
                  request.body(DocumentPatch::read),
                  request.precondition());
          return Response.ok(view.json()).etag(view.revision());
        }));
  }
}
