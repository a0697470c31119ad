package clientportal.portals;

import clientportal.access.Caller;
import clientportal.access.keys.PortalPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST /v1/firms/{firmId}/portals/{portalId}/clients}: 200 with the portal; 400, 404, 409
 * {@code client-in-portal}, {@code limit-reached}, {@code archived} or {@code conflict}, 422 {@code
 * unknown-reference}.
 */
public record AddPortalClientsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public AddPortalClientsHandler() {
    this(PortalsModule.fromEnvironment().addPortalClients());
  }

  AddPortalClientsHandler(AddPortalClients addPortalClients) {
    this(
        Endpoint.of(request -> {
          WholePortal changed =
              addPortalClients.handle(
                  Caller.of(request), PortalPath.of(request), request.body(NewClients::read));
          return Response.ok(PortalView.whole(changed)).etag(changed.portal().revision());
        }));
  }
}
