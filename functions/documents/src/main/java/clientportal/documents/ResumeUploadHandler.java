package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/documents/{documentId}/upload?version=}: 200 with fresh URLs for the missing bytes;
 * 404, 403, 409 {@code conflict}.
 */
public record ResumeUploadHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ResumeUploadHandler() {
    this(DocumentsModule.fromEnvironment().resumeUpload());
  }

  ResumeUploadHandler(ResumeUpload resumeUpload) {
    this(
        Endpoint.of(request -> {
          UploadView upload =
              resumeUpload.handle(
                  Caller.of(request), DocumentPath.of(request), VersionNumber.ofQuery(request));
          return Response.ok(upload.json());
        }));
  }
}
