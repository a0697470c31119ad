package clientportal.portals;

import clientportal.access.Caller;
import clientportal.access.keys.PortalPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST /v1/firms/{firmId}/portals/{portalId}/members/preview}: 200 with the preview, and
 * what {@code addPortalMembers} refuses.
 */
public record PreviewPortalMembersHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public PreviewPortalMembersHandler() {
    this(PortalsModule.fromEnvironment().previewPortalMembers());
  }

  PreviewPortalMembersHandler(PreviewPortalMembers previewPortalMembers) {
    this(
        Endpoint.of(request ->
            Response.ok(
                previewPortalMembers
                    .handle(
                        Caller.of(request), PortalPath.of(request), request.body(NewMembers::read))
                    .json())));
  }
}
