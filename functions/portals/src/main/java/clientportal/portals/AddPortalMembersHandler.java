package clientportal.portals;

import clientportal.access.Caller;
import clientportal.access.keys.PortalPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST /v1/firms/{firmId}/portals/{portalId}/members}: 200 with the portal; 400, 404, 409
 * {@code status-conflict}, {@code limit-reached}, {@code archived} or {@code conflict}, 422 {@code
 * unknown-reference}.
 */
public record AddPortalMembersHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public AddPortalMembersHandler() {
    this(PortalsModule.fromEnvironment().addPortalMembers());
  }

  AddPortalMembersHandler(AddPortalMembers addPortalMembers) {
    this(
        Endpoint.of(request -> {
          WholePortal changed =
              addPortalMembers.handle(
                  Caller.of(request), PortalPath.of(request), request.body(NewMembers::read));
          return Response.ok(PortalView.whole(changed)).etag(changed.portal().revision());
        }));
  }
}
