package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.keys.ItemFilePath;
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
          detachFile.handle(Caller.of(request), ItemFilePath.of(request));
          return Response.noContent();
        }));
  }
}
