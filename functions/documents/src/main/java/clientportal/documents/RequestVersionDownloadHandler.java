package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code POST …/documents/{documentId}/versions/{version}/download}: 200 with a URL of the bytes of
 * that version; 404 or 403, 409 {@code not-available}.
 */
public final class RequestVersionDownloadHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public RequestVersionDownloadHandler() {
    this(DocumentsModule.fromEnvironment().requestVersionDownload());
  }

  RequestVersionDownloadHandler(RequestVersionDownload requestVersionDownload) {
    endpoint =
        Endpoint.of(request -> {
          return Response.ok(
              requestVersionDownload
                  .handle(
                      Caller.of(request), DocumentPath.of(request), VersionNumber.ofPath(request))
                  .json());
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
