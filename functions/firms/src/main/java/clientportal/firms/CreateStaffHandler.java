package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.StaffPath;
import clientportal.access.records.StaffMember;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code POST …/staff}: 201 with the staff member, 404, 403, 400, 409 {@code email-taken}, 422. */
public record CreateStaffHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public CreateStaffHandler() {
    this(FirmsModule.fromEnvironment().createStaff());
  }

  CreateStaffHandler(CreateStaff createStaff) {
    this(
        Endpoint.of(request -> {
          FirmPath firm = FirmPath.of(request);
          StaffMember member =
              createStaff.handle(
                  Caller.of(request), firm, request.body(NewStaff::read), Idempotency.of(request));
          return Response.created(new StaffPath(firm, member.id()).toString(), StaffView.of(member))
              .etag(member.revision());
        }));
  }
}
