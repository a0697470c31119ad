package clientportal.sites;

import clientportal.access.Caller;
import clientportal.access.keys.FirmPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/portal-setup}: 200 with a page of sites and their steps; 400, 404, 403. */
public record GetPortalSetupHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetPortalSetupHandler() {
    this(SitesModule.fromEnvironment().getPortalSetup(), SitesModule.siteView());
  }

  GetPortalSetupHandler(GetPortalSetup getPortalSetup, SiteView view) {
    this(
        Endpoint.of(request -> {
          Paging paging = request.paging();
          GetPortalSetup.Found found =
              getPortalSetup.handle(Caller.of(request), FirmPath.of(request), paging);
          PortalSetupView setup =
              new PortalSetupView(view, request.origin(), found.hasClients(), found.now());
          return Response.ok(paging.answer(found.sites(), setup::of));
        }));
  }
}
