package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code GET …/documents/{documentId}/versions}: 200 with a page of versions; 400, 404 or 403. */
public final class ListVersionsHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public ListVersionsHandler() {
    this(DocumentsModule.fromEnvironment().listVersions());
  }

  ListVersionsHandler(ListVersions listVersions) {
    endpoint =
        Endpoint.of(request -> {
          Paging paging = request.paging();
          ListVersions.Listed listed =
              listVersions.handle(Caller.of(request), DocumentPath.of(request), paging);
          return Response.ok(
              paging.answer(
                  listed.versions().stream().map(VersionView::json).toList(), listed.page()));
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
