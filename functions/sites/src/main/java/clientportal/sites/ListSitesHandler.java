package clientportal.sites;

import clientportal.access.Caller;
import clientportal.access.keys.FirmPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/sites}: 200 with a page of sites, newest first; 400, 404. */
public record ListSitesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListSitesHandler() {
    this(SitesModule.fromEnvironment().listSites(), SitesModule.siteView());
  }

  ListSitesHandler(ListSites listSites, SiteView view) {
    this(
        Endpoint.of(request -> {
          Paging paging = request.paging();
          return Response.ok(
              paging.answer(
                  listSites.handle(Caller.of(request), FirmPath.of(request), paging),
                  site -> view.of(site, request.origin())));
        }));
  }
}
