package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/documents/{documentId}/versions}: 201 with where the bytes of the new version go;
 * 404 or 403, 400, 409 {@code archived}, {@code limit-reached}, {@code not-available}, 422 {@code
 * idempotency-key-reused}.
 */
public record RequestVersionHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public RequestVersionHandler() {
    this(DocumentsModule.fromEnvironment().requestVersion());
  }

  RequestVersionHandler(RequestVersion requestVersion) {
    this(
        Endpoint.of(request -> {
          UploadView upload =
              requestVersion.handle(
                  Caller.of(request),
                  DocumentPath.of(request),
                  request.body(requestVersion::body),
                  Idempotency.of(request));
          return Response.created(upload.path().toString(), upload.json());
        }));
  }
}
