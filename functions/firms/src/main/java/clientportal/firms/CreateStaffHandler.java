package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.StaffPath;
import clientportal.access.records.StaffMember;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code POST …/staff}: 201 with the staff member, 404, 403, 400, 409 {@code email-taken}, 422. */
public final class CreateStaffHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public CreateStaffHandler() {
    this(FirmsModule.fromEnvironment().createStaff());
  }

  CreateStaffHandler(CreateStaff createStaff) {
    endpoint =
        Endpoint.of(request -> {
          FirmPath firm = FirmPath.of(request);
          StaffMember member =
              createStaff.handle(
                  Caller.of(request), firm, request.body(NewStaff::read), Idempotency.of(request));
          return Response.created(new StaffPath(firm, member.id()).toString(), StaffView.of(member))
              .etag(member.revision());
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
