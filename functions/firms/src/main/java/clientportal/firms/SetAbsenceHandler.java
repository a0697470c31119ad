package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.keys.StaffPath;
import clientportal.access.records.StaffMember;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Clock;

/**
 * {@code PUT …/staff/{staffId}/absence}: 200 with the staff member, 404, 403, 400, 412, 409 {@code
 * conflict}, 422 {@code unknown-staff}.
 */
public record SetAbsenceHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public SetAbsenceHandler() {
    this(FirmsModule.fromEnvironment());
  }

  private SetAbsenceHandler(FirmsModule module) {
    this(module.setAbsence(), module.clock());
  }

  SetAbsenceHandler(SetAbsence setAbsence, Clock clock) {
    this(
        Endpoint.of(request -> {
          StaffMember member =
              setAbsence.handle(
                  Caller.of(request),
                  StaffPath.of(request),
                  request.body(input -> NewAbsence.read(input, clock.instant())),
                  request.precondition());
          return Response.ok(StaffView.of(member)).etag(member.revision());
        }));
  }
}
