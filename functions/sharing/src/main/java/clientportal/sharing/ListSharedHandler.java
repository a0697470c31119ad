package clientportal.sharing;

import clientportal.access.Caller;
import clientportal.access.ListedPage;
import clientportal.access.keys.ClientPath;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code GET …/shared}: 200 with a page of what is shared with the caller, 404, 403, 400. */
public final class ListSharedHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public ListSharedHandler() {
    this(SharingModule.fromEnvironment().listShared());
  }

  ListSharedHandler(ListShared listShared) {
    endpoint =
        Endpoint.of(request -> {
          ListedPage listed = ListedPage.of(request);
          ListShared.Answer answer =
              listShared.handle(Caller.of(request), ClientPath.of(request), listed);
          return Response.ok(
              listed
                  .paging()
                  .answer(answer.rows().stream().map(SharedView::of).toList(), answer.page()));
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
