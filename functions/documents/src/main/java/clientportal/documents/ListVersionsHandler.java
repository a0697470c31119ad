package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/documents/{documentId}/versions}: 200 with a page of versions; 400, 404 or 403. */
public record ListVersionsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListVersionsHandler() {
    this(DocumentsModule.fromEnvironment().listVersions());
  }

  ListVersionsHandler(ListVersions listVersions) {
    this(
        Endpoint.of(request -> {
          Paging paging = request.paging();
          return Response.ok(
              paging.answer(
                  listVersions.handle(Caller.of(request), DocumentPath.of(request), paging),
                  VersionView::json));
        }));
  }
}
