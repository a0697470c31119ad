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
 * {@code POST …/documents/{documentId}/upload/completion?version=}: 202; 404 or 403, 409 {@code
 * not-available} while bytes are missing.
 */
public final class CompleteUploadHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public CompleteUploadHandler() {
    this(DocumentsModule.fromEnvironment().completeUpload());
  }

  CompleteUploadHandler(CompleteUpload completeUpload) {
    endpoint =
        Endpoint.of(request -> {
          Uploading uploading =
              completeUpload.handle(
                  Caller.of(request), DocumentPath.of(request), VersionNumber.ofQuery(request));
          return Response.accepted(uploading.json());
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
