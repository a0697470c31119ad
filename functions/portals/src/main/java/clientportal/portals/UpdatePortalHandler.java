package clientportal.portals;

import clientportal.access.Caller;
import clientportal.access.DetailsPatch;
import clientportal.access.keys.PortalPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code PATCH /v1/firms/{firmId}/portals/{portalId}}: 200 with the portal; 400, 404, 409 {@code
 * name-taken}, {@code client-in-portal}, {@code archived} or {@code conflict}, 412.
 */
public record UpdatePortalHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public UpdatePortalHandler() {
    this(PortalsModule.fromEnvironment().updatePortal());
  }

  UpdatePortalHandler(UpdatePortal updatePortal) {
    this(
        Endpoint.of(request -> {
          WholePortal changed =
              updatePortal.handle(
                  Caller.of(request),
                  PortalPath.of(request),
                  request.body(input -> DetailsPatch.read(input, NewPortal.NAME)),
                  request.precondition());
          return Response.ok(PortalView.whole(changed)).etag(changed.portal().revision());
        }));
  }
}
