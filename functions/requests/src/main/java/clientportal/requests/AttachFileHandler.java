package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.keys.ItemFilePath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code PUT …/items/{itemId}/files/{documentId}}: 200 with the file, 404, 403, 400, 409 {@code
 * archived}, {@code not-shareable}, {@code status-conflict} or {@code conflict}.
 */
public record AttachFileHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public AttachFileHandler() {
    this(RequestsModule.fromEnvironment().attachFile());
  }

  AttachFileHandler(AttachFile attachFile) {
    this(
        Endpoint.of(request ->
            Response.ok(
                attachFile.handle(
                    Caller.of(request),
                    ItemFilePath.of(request),
                    request.body(FileToAttach::read)))));
  }
}
