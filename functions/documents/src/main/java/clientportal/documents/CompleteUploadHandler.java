package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/documents/{documentId}/upload/completion?version=}: 202; 404 or 403, 409 {@code
 * not-available} while bytes are missing.
 */
public record CompleteUploadHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public CompleteUploadHandler() {
    this(DocumentsModule.fromEnvironment().completeUpload());
  }

  CompleteUploadHandler(CompleteUpload completeUpload) {
    this(
        Endpoint.of(request -> {
          UploadView upload =
              completeUpload.handle(
                  Caller.of(request), DocumentPath.of(request), VersionNumber.ofQuery(request));
          return Response.accepted(upload.json());
        }));
  }
}
