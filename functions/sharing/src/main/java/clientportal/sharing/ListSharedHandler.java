package clientportal.sharing;

import clientportal.access.Caller;
import clientportal.access.ListedPage;
import clientportal.access.keys.ClientPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/shared}: 200 with a page of what is shared with the caller, 404, 403, 400. */
public record ListSharedHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListSharedHandler() {
    this(SharingModule.fromEnvironment().listShared());
  }

  ListSharedHandler(ListShared listShared) {
    this(
        Endpoint.of(request -> {
          ListedPage listed = ListedPage.of(request);
          return Response.ok(
              listed
                  .paging()
                  .answer(
                      listShared.handle(Caller.of(request), ClientPath.of(request), listed),
                      SharedView::of));
        }));
  }
}
