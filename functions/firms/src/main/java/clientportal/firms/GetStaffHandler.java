package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.keys.StaffPath;
import clientportal.access.records.StaffMember;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/staff/{staffId}}: 200 with the staff member, 404. */
public record GetStaffHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetStaffHandler() {
    this(FirmsModule.fromEnvironment().getStaff());
  }

  GetStaffHandler(GetStaff getStaff) {
    this(
        Endpoint.of(request -> {
          StaffMember member = getStaff.handle(Caller.of(request), StaffPath.of(request));
          return Response.ok(StaffView.of(member)).etag(member.revision());
        }));
  }
}
