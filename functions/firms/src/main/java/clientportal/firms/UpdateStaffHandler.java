package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.keys.StaffPath;
import clientportal.access.records.StaffMember;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code PATCH …/staff/{staffId}}: 200 with the staff member, 404, 403, 400, 412, 409 {@code
 * conflict}.
 */
public record UpdateStaffHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public UpdateStaffHandler() {
    this(FirmsModule.fromEnvironment().updateStaff());
  }

  UpdateStaffHandler(UpdateStaff updateStaff) {
    this(
        Endpoint.of(request -> {
          StaffMember member =
              updateStaff.handle(
                  Caller.of(request),
                  StaffPath.of(request),
                  request.body(StaffPatch::read),
                  request.precondition());
          return Response.ok(StaffView.of(member)).etag(member.revision());
        }));
  }
}
