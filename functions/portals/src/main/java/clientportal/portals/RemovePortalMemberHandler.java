package clientportal.portals;

import clientportal.access.Caller;
import clientportal.access.keys.MemberPath;
import clientportal.access.keys.PortalPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code DELETE /v1/firms/{firmId}/portals/{portalId}/members/{memberId}}: 204; 404, 409 {@code
 * archived} or {@code conflict}.
 */
public record RemovePortalMemberHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public RemovePortalMemberHandler() {
    this(PortalsModule.fromEnvironment().removePortalMember());
  }

  RemovePortalMemberHandler(RemovePortalMember removePortalMember) {
    this(
        Endpoint.of(request -> {
          removePortalMember.handle(
              Caller.of(request), PortalPath.of(request), MemberPath.of(request).member());
          return Response.noContent();
        }));
  }
}
