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
 * {@code POST …/documents/{documentId}/upload?version=}: 200 with fresh URLs of what is missing;
 * 404, 403, 409 {@code conflict}.
 */
public final class ResumeUploadHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public ResumeUploadHandler() {
    this(DocumentsModule.fromEnvironment().resumeUpload());
  }

  ResumeUploadHandler(ResumeUpload resumeUpload) {
    endpoint =
        Endpoint.of(request -> {
          Uploading uploading =
              resumeUpload.handle(
                  Caller.of(request), DocumentPath.of(request), VersionNumber.ofQuery(request));
          return Response.ok(uploading.json());
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
