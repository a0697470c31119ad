package clientportal.sites;

import clientportal.access.Caller;
import clientportal.access.keys.SitePath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code DELETE …/sites/{slug}/logo}: 204, 404, 403, 409 {@code conflict}. */
public record RemoveLogoHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public RemoveLogoHandler() {
    this(SitesModule.fromEnvironment().removeLogo());
  }

  RemoveLogoHandler(RemoveLogo removeLogo) {
    this(
        Endpoint.of(request -> {
          removeLogo.handle(Caller.of(request), SitePath.of(request));
          return Response.noContent();
        }));
  }
}
