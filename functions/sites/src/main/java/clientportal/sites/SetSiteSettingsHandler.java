package clientportal.sites;

import clientportal.access.Caller;
import clientportal.access.keys.SitePath;
import clientportal.access.records.Site;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code PUT …/sites/{slug}/settings}: 200 with the settings, 404, 403, 400, 412, 409 {@code
 * conflict}.
 */
public record SetSiteSettingsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public SetSiteSettingsHandler() {
    this(SitesModule.fromEnvironment().setSiteSettings());
  }

  SetSiteSettingsHandler(SetSiteSettings setSiteSettings) {
    this(
        Endpoint.of(request -> {
          Site site =
              setSiteSettings.handle(
                  Caller.of(request),
                  SitePath.of(request),
                  request.body(NewSiteSettings::read),
                  request.precondition());
          return Response.ok(SiteSettingsView.of(site.settings())).etag(site.settingsRevision());
        }));
  }
}
