package clientportal.sites;

import clientportal.access.keys.LogoPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET /v1/sites/{slug}/logo/{version}}, public: 200 with the bytes, 404. */
public record GetSiteLogoHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetSiteLogoHandler() {
    this(SitesModule.fromEnvironment().getSiteLogo());
  }

  GetSiteLogoHandler(GetSiteLogo getSiteLogo) {
    this(
        Endpoint.of(request -> {
          ShownLogo logo = getSiteLogo.handle(LogoPath.of(request));
          return Response.picture(logo.type().mediaType(), getSiteLogo.read(logo));
        }));
  }
}
