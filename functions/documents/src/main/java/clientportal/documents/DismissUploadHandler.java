package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/documents/{documentId}/upload/dismissal?version=}: 204; 404, 403, 409 {@code
 * conflict} if it is not rejected.
 */
public record DismissUploadHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public DismissUploadHandler() {
    this(DocumentsModule.fromEnvironment().dismissUpload());
  }

  DismissUploadHandler(DismissUpload dismissUpload) {
    this(
        Endpoint.of(request -> {
          dismissUpload.handle(
              Caller.of(request), DocumentPath.of(request), VersionNumber.ofQuery(request));
          return Response.noContent();
        }));
  }
}
