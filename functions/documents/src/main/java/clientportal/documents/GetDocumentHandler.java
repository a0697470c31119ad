package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/folders/{folderId}/documents/{documentId}}: 200 with the document; 404. */
public record GetDocumentHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetDocumentHandler() {
    this(DocumentsModule.fromEnvironment().getDocument());
  }

  GetDocumentHandler(GetDocument getDocument) {
    this(
        Endpoint.of(request -> {
          DocumentView view = getDocument.handle(Caller.of(request), DocumentPath.of(request));
          return Response.ok(view.json()).etag(view.revision());
        }));
  }
}
