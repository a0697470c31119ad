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

/** {@code POST …/administrators}: 201 with the staff member, 404, 403, 400, 422. */
public record AppointAdministratorHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public AppointAdministratorHandler() {
    this(FirmsModule.fromEnvironment().appointAdministrator());
  }

  AppointAdministratorHandler(AppointAdministrator appointAdministrator) {
    this(
        Endpoint.of(request -> {
          FirmPath firm = FirmPath.of(request);
          StaffMember member =
              appointAdministrator.handle(
                  Caller.of(request),
                  firm,
                  request.body(NewAdministrator::read),
                  Idempotency.of(request));
          return Response.created(new StaffPath(firm, member.id()).toString(), StaffView.of(member))
              .etag(member.revision());
        }));
  }
}
