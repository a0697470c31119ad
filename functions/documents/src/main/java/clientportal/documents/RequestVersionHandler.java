package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code POST …/documents/{documentId}/versions}: 201 with where the bytes of the new version go;
 * 404 or 403, 400, 409 {@code archived}, {@code not-available}, 422 {@code idempotency-key-reused}.
 */
public final class RequestVersionHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public RequestVersionHandler() {
    this(DocumentsModule.fromEnvironment().requestVersion());
  }

  RequestVersionHandler(RequestVersion requestVersion) {
    endpoint =
        Endpoint.of(request -> {
          Uploading uploading =
              requestVersion.handle(
                  Caller.of(request),
                  DocumentPath.of(request),
                  request.body(requestVersion::body),
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
