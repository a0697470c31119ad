package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code DELETE …/documents/{documentId}/upload?version=}: 204; 404, 403, 409 {@code conflict} if
 * it is settled.
 */
public record CancelUploadHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public CancelUploadHandler() {
    this(DocumentsModule.fromEnvironment().cancelUpload());
  }

  CancelUploadHandler(CancelUpload cancelUpload) {
    this(
        Endpoint.of(request -> {
          cancelUpload.handle(
              Caller.of(request), DocumentPath.of(request), VersionNumber.ofQuery(request));
          return Response.noContent();
        }));
  }
}
