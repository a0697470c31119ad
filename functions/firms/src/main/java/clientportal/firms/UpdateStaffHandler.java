package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.keys.StaffPath;
import clientportal.access.records.StaffMember;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code PATCH …/staff/{staffId}}: 200 with the staff member, 404, 403, 400, 412, 409 {@code
 * conflict}.
 */
public final class UpdateStaffHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public UpdateStaffHandler() {
    this(FirmsModule.fromEnvironment().updateStaff());
  }

  UpdateStaffHandler(UpdateStaff updateStaff) {
    endpoint =
        Endpoint.of(request -> {
          StaffMember member =
              updateStaff.handle(
                  Caller.of(request),
                  StaffPath.of(request),
                  request.body(StaffPatch::read),
                  request.precondition());
          return Response.ok(StaffView.of(member)).etag(member.revision());
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
