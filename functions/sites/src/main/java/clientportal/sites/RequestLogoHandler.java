package clientportal.sites;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.SitePath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import clientportal.platform.json.Json;
import clientportal.uploads.PendingTransfer;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/sites/{slug}/logo}: 201 with the pending version and where its bytes go; 404, 403,
 * 400, 409 {@code conflict}, 422.
 */
public record RequestLogoHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public RequestLogoHandler() {
    this(SitesModule.fromEnvironment().requestLogo());
  }

  RequestLogoHandler(RequestLogo requestLogo) {
    this(
        Endpoint.of(request -> {
          RequestLogo.Requested requested =
              requestLogo.handle(
                  Caller.of(request),
                  SitePath.of(request),
                  request.body(NewLogo::read),
                  request.origin(),
                  Idempotency.of(request));
          return Response.created(
              FirmPath.of(request) + "/portal-setup",
              Json.object()
                  .with("version", requested.version().value())
                  .with("status", LogoView.PENDING)
                  .with("upload", new PendingTransfer.Whole(requested.to()).json()));
        }));
  }
}
