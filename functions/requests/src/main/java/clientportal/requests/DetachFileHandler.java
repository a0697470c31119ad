package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.ids.DocumentId;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.RequestItemPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code DELETE …/items/{itemId}/files/{documentId}}: 204; 404, 403, 409 {@code status-conflict} or
 * {@code conflict}.
 */
public record DetachFileHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public DetachFileHandler() {
    this(RequestsModule.fromEnvironment().detachFile());
  }

  DetachFileHandler(DetachFile detachFile) {
    this(
        Endpoint.of(request -> {
          detachFile.handle(
              Caller.of(request),
              RequestItemPath.of(request),
              FirmPath.id(request, "documentId", DocumentId::new));
          return Response.noContent();
        }));
  }
}
