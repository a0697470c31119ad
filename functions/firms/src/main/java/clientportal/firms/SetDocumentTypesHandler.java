package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.keys.FirmPath;
import clientportal.access.records.DocumentTypes;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code PUT …/document-types}: 200 with all types, 404, 403, 400, 412, 409 {@code limit-reached}
 * or {@code conflict}.
 */
public record SetDocumentTypesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public SetDocumentTypesHandler() {
    this(FirmsModule.fromEnvironment().setDocumentTypes());
  }

  SetDocumentTypesHandler(SetDocumentTypes setDocumentTypes) {
    this(
        Endpoint.of(request -> {
          DocumentTypes types =
              setDocumentTypes.handle(
                  Caller.of(request),
                  FirmPath.of(request),
                  request.body(NewDocumentTypes::read),
                  request.precondition());
          return Response.ok(DocumentTypesView.of(types)).etag(types.revision());
        }));
  }
}
