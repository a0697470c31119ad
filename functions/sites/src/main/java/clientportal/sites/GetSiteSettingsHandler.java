package clientportal.sites;

import clientportal.access.Caller;
import clientportal.access.keys.SitePath;
import clientportal.access.records.Site;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/sites/{slug}/settings}: 200 with the settings, 404, 403. */
public record GetSiteSettingsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetSiteSettingsHandler() {
    this(SitesModule.fromEnvironment().getSiteSettings());
  }

  GetSiteSettingsHandler(GetSiteSettings getSiteSettings) {
    this(
        Endpoint.of(request -> {
          Site site = getSiteSettings.handle(Caller.of(request), SitePath.of(request));
          return Response.ok(SiteSettingsView.of(site.settings())).etag(site.settingsRevision());
        }));
  }
}
