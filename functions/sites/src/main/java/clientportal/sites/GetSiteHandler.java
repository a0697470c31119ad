package clientportal.sites;

import clientportal.access.keys.Slug;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET /v1/sites/{slug}}, public: 200 with what a sign-in page shows, 404. */
public record GetSiteHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetSiteHandler() {
    this(SitesModule.fromEnvironment().getSite());
  }

  GetSiteHandler(GetSite getSite) {
    this(
        Endpoint.of(request -> {
          GetSite.Found found = getSite.handle(Slug.of(request));
          return Response.ok(PublicSiteView.of(found, request.origin()));
        }));
  }
}
