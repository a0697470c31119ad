package clientportal.portals;

import clientportal.access.Caller;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.PortalPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code DELETE /v1/firms/{firmId}/portals/{portalId}/clients/{clientId}}: 204; 404, 409 {@code
 * status-conflict} for the last client, {@code archived} or {@code conflict}.
 */
public record RemovePortalClientHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public RemovePortalClientHandler() {
    this(PortalsModule.fromEnvironment().removePortalClient());
  }

  RemovePortalClientHandler(RemovePortalClient removePortalClient) {
    this(
        Endpoint.of(request -> {
          removePortalClient.handle(
              Caller.of(request), PortalPath.of(request), ClientPath.of(request).client());
          return Response.noContent();
        }));
  }
}
