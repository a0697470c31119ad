package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.ListedPage;
import clientportal.access.keys.FirmPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code GET …/checklists?archived=}: 200 with a page of checklists by name, without their items;
 * 400, 404.
 */
public record ListChecklistsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListChecklistsHandler() {
    this(RequestsModule.fromEnvironment().listChecklists());
  }

  ListChecklistsHandler(ListChecklists listChecklists) {
    this(
        Endpoint.of(request -> {
          ListedPage listed = ListedPage.of(request);
          return Response.ok(
              listed
                  .paging()
                  .answer(
                      listChecklists.handle(Caller.of(request), FirmPath.of(request), listed),
                      ChecklistView::listed));
        }));
  }
}
