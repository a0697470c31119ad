package clientportal.portals;

import clientportal.access.Caller;
import clientportal.access.keys.MemberPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code GET /v1/firms/{firmId}/members/{memberId}}: 200 with the member and their portals; 404.
 */
public record GetMemberHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetMemberHandler() {
    this(PortalsModule.fromEnvironment().getMember());
  }

  GetMemberHandler(GetMember getMember) {
    this(
        Endpoint.of(request -> {
          GetMember.Found found = getMember.handle(Caller.of(request), MemberPath.of(request));
          return Response.ok(MemberView.whole(found)).etag(found.member().revision());
        }));
  }
}
