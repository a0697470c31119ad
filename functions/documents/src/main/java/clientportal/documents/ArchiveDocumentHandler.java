package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code DELETE …/folders/{folderId}/documents/{documentId}}: 204, also if it is archived already,
 * 404, 403, 412, 409 {@code archived} (the folder) or {@code not-available}.
 */
public record ArchiveDocumentHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ArchiveDocumentHandler() {
    this(DocumentsModule.fromEnvironment().archiveDocument());
  }

  ArchiveDocumentHandler(ArchiveDocument archiveDocument) {
    this(
        Endpoint.of(request -> {
          archiveDocument.handle(
              Caller.of(request), DocumentPath.of(request), request.precondition());
          return Response.noContent();
        }));
  }
}
