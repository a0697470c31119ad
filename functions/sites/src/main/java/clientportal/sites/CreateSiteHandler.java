package clientportal.sites;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.FirmPath;
import clientportal.access.records.Site;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code POST …/sites}: 201 with the site, 404, 403, 400, 409 {@code slug-taken}, 422. */
public record CreateSiteHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public CreateSiteHandler() {
    this(SitesModule.fromEnvironment().createSite(), SitesModule.siteView());
  }

  CreateSiteHandler(CreateSite createSite, SiteView view) {
    this(
        Endpoint.of(request -> {
          FirmPath firm = FirmPath.of(request);
          Site site =
              createSite.handle(
                  Caller.of(request), firm, request.body(NewSite::read), Idempotency.of(request));
          return Response.created(firm + "/sites", view.of(site, request.origin()));
        }));
  }
}
