package clientportal.portals;

import clientportal.access.Caller;
import clientportal.access.ListedPage;
import clientportal.access.NameFilter;
import clientportal.access.keys.FirmPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code GET /v1/firms/{firmId}/portals?name=&archived=}: 200 with a page of portals by name; 400,
 * 404.
 */
public record ListPortalsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListPortalsHandler() {
    this(PortalsModule.fromEnvironment().listPortals());
  }

  ListPortalsHandler(ListPortals listPortals) {
    this(
        Endpoint.of(request -> {
          ListedPage asked = ListedPage.of(request, NameFilter.of(request));
          return Response.ok(
              asked
                  .paging()
                  .answer(
                      listPortals.handle(Caller.of(request), FirmPath.of(request), asked),
                      PortalView::listed));
        }));
  }
}
