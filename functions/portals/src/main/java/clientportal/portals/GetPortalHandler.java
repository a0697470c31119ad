package clientportal.portals;

import clientportal.access.Caller;
import clientportal.access.keys.PortalPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET /v1/firms/{firmId}/portals/{portalId}}: 200 with the portal; 404. */
public record GetPortalHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetPortalHandler() {
    this(PortalsModule.fromEnvironment().getPortal());
  }

  GetPortalHandler(GetPortal getPortal) {
    this(
        Endpoint.of(request -> {
          GetPortal.Found found = getPortal.handle(Caller.of(request), PortalPath.of(request));
          return Response.ok(found.view()).etag(found.portal().revision());
        }));
  }
}
