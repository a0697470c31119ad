package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.keys.FirmPath;
import clientportal.access.records.DocumentTypes;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/document-types}: 200 with all types, retired ones at the end; 404. */
public record ListDocumentTypesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListDocumentTypesHandler() {
    this(FirmsModule.fromEnvironment().listDocumentTypes());
  }

  ListDocumentTypesHandler(ListDocumentTypes listDocumentTypes) {
    this(
        Endpoint.of(request -> {
          DocumentTypes types = listDocumentTypes.handle(Caller.of(request), FirmPath.of(request));
          return Response.ok(DocumentTypesView.of(types)).etag(types.revision());
        }));
  }
}
