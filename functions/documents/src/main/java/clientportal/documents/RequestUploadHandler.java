package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.FolderPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/folders/{folderId}/documents}: 201 with the pending document and where its bytes
 * go; 404 or 403, 400, 409 {@code archived}, {@code status-conflict} or {@code limit-reached}, 422
 * {@code content-type-not-accepted} or {@code idempotency-key-reused}.
 */
public record RequestUploadHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public RequestUploadHandler() {
    this(DocumentsModule.fromEnvironment().requestUpload());
  }

  RequestUploadHandler(RequestUpload requestUpload) {
    this(
        Endpoint.of(request -> {
          UploadView upload =
              requestUpload.handle(
                  Caller.of(request),
                  FolderPath.of(request),
                  request.body(requestUpload::body),
                  request.body(ItemToAnswer::only),
                  Idempotency.of(request));
          return Response.created(upload.path().toString(), upload.json());
        }));
  }
}
