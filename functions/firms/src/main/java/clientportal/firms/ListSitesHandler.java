package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.keys.FirmPath;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code GET …/sites}: 200 with a page of sites, newest first; 400, 404. */
public final class ListSitesHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public ListSitesHandler() {
    this(FirmsModule.fromEnvironment().listSites(), FirmsModule.siteView());
  }

  ListSitesHandler(ListSites listSites, SiteView view) {
    endpoint =
        Endpoint.of(request -> {
          Paging paging = request.paging();
          ListSites.Listed listed =
              listSites.handle(Caller.of(request), FirmPath.of(request), paging);
          return Response.ok(
              paging.answer(listed.sites().stream().map(view::of).toList(), listed.page()));
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
