package clientportal.documents;

import clientportal.access.FolderPath;
import clientportal.access.Idempotency;
import clientportal.access.ids.PersonId;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Json;
import clientportal.platform.http.JsonObject;
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
          RequestUpload.Requested requested =
              requestUpload.handle(
                  PersonId.of(request),
                  FolderPath.of(request),
                  request.body(requestUpload::declaration),
                  Idempotency.of(request));
          return Response.created(requested.path().toString(), answer(requested));
        });
  }

  private static JsonObject answer(RequestUpload.Requested requested) {
    DocumentUrls.Upload upload = requested.upload();
    JsonObject headers = Json.object();
    upload.headers().forEach(headers::with);
    return Json.object()
        .with("documentId", requested.path().document().value())
        .with("status", DocumentStatus.PENDING.text())
        .with(
            "upload",
            Json.object()
                .with("method", "PUT")
                .with("url", upload.url())
                .with("headers", headers)
                .with("expiresAt", upload.expiresAt()));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
