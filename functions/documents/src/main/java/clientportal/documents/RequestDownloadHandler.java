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
 * {@code POST …/documents/{documentId}/download}: 200 with a URL of the document's bytes; 404, 409
 * {@code not-available}.
 */
public final class RequestDownloadHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public RequestDownloadHandler() {
    this(DocumentsModule.fromEnvironment().requestDownload());
  }

  RequestDownloadHandler(RequestDownload requestDownload) {
    endpoint =
        Endpoint.of(request -> {
          RequestDownload.Requested requested =
              requestDownload.handle(Caller.of(request), DocumentPath.of(request));
          return Response.ok(requested.json());
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
