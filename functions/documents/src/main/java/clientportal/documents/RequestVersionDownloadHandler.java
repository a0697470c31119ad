package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/documents/{documentId}/versions/{version}/download}: 200 with a URL of the bytes of
 * that version; 404 or 403, 409 {@code not-available}.
 */
public record RequestVersionDownloadHandler(RequestStreamHandler delegate)
    implements LambdaFunction {
  public RequestVersionDownloadHandler() {
    this(DocumentsModule.fromEnvironment().requestVersionDownload());
  }

  RequestVersionDownloadHandler(RequestVersionDownload requestVersionDownload) {
    this(
        Endpoint.of(request -> {
          return Response.ok(
              requestVersionDownload
                  .handle(
                      Caller.of(request), DocumentPath.of(request), VersionNumber.ofPath(request))
                  .json());
        }));
  }
}
