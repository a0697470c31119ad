package clientportal.portals;

import clientportal.access.Caller;
import clientportal.access.keys.MemberPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code PATCH /v1/firms/{firmId}/members/{memberId}}: 200 with the member and their portals; 400,
 * 403, 404, 409 {@code email-taken}, 412, 429.
 */
public record UpdateMemberHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public UpdateMemberHandler() {
    this(PortalsModule.fromEnvironment().updateMember());
  }

  UpdateMemberHandler(UpdateMember updateMember) {
    this(
        Endpoint.of(request -> {
          GetMember.Found changed =
              updateMember.handle(
                  Caller.of(request),
                  MemberPath.of(request),
                  request.body(MemberPatch::read),
                  request.precondition());
          return Response.ok(MemberView.whole(changed)).etag(changed.member().revision());
        }));
  }
}
