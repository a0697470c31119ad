package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/documents/{documentId}/download}: 200 with a URL of the document's bytes; 404, 409
 * {@code not-available}.
 */
public record RequestDownloadHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public RequestDownloadHandler() {
    this(DocumentsModule.fromEnvironment().requestDownload());
  }

  RequestDownloadHandler(RequestDownload requestDownload) {
    this(
        Endpoint.of(request -> {
          RequestDownload.Requested requested =
              requestDownload.handle(Caller.of(request), DocumentPath.of(request));
          return Response.ok(requested.json());
        }));
  }
}
