package clientportal.portals;

import clientportal.access.Caller;
import clientportal.access.DetailsPatch;
import clientportal.access.keys.PortalPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code DELETE /v1/firms/{firmId}/portals/{portalId}}: 204, even if it is archived already; 404,
 * 409 {@code conflict}, 412.
 */
public record ArchivePortalHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ArchivePortalHandler() {
    this(PortalsModule.fromEnvironment().updatePortal());
  }

  ArchivePortalHandler(UpdatePortal updatePortal) {
    this(
        Endpoint.of(request -> {
          updatePortal.handle(
              Caller.of(request),
              PortalPath.of(request),
              DetailsPatch::archive,
              request.precondition());
          return Response.noContent();
        }));
  }
}
