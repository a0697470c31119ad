package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.FolderPath;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code POST …/folders/{folderId}/documents}: 201 with the pending document and where its bytes
 * go; 404 or 403, 400, 409 {@code archived}, 422 {@code idempotency-key-reused}.
 */
public final class RequestUploadHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public RequestUploadHandler() {
    this(DocumentsModule.fromEnvironment().requestUpload());
  }

  RequestUploadHandler(RequestUpload requestUpload) {
    endpoint =
        Endpoint.of(request -> {
          Uploading uploading =
              requestUpload.handle(
                  Caller.of(request),
                  FolderPath.of(request),
                  request.body(requestUpload::body),
                  Idempotency.of(request));
          return Response.created(uploading.path().toString(), uploading.json());
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
