package clientportal.portals;

import clientportal.access.Caller;
import clientportal.access.keys.MemberPath;
import clientportal.access.keys.PortalPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code PATCH /v1/firms/{firmId}/portals/{portalId}/members/{memberId}}: 200 with the portal; 400,
 * 404, 409 {@code archived} or {@code conflict}.
 */
public record UpdatePortalMemberHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public UpdatePortalMemberHandler() {
    this(PortalsModule.fromEnvironment().updatePortalMember());
  }

  UpdatePortalMemberHandler(UpdatePortalMember updatePortalMember) {
    this(
        Endpoint.of(request -> {
          WholePortal changed =
              updatePortalMember.handle(
                  Caller.of(request),
                  PortalPath.of(request),
                  MemberPath.of(request).member(),
                  request.body(PortalMemberPatch::read));
          return Response.ok(PortalView.whole(changed)).etag(changed.portal().revision());
        }));
  }
}
