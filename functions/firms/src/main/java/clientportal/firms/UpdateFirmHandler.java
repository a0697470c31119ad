package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.keys.FirmPath;
import clientportal.access.records.Firm;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code PATCH /v1/firms/{firmId}}: 200 with the firm, 404, 403, 400, 412, 409. */
public final class UpdateFirmHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public UpdateFirmHandler() {
    this(FirmsModule.fromEnvironment().updateFirm());
  }

  UpdateFirmHandler(UpdateFirm updateFirm) {
    endpoint =
        Endpoint.of(request -> {
          Firm firm =
              updateFirm.handle(
                  Caller.of(request),
                  FirmPath.of(request),
                  request.body(FirmPatch::read),
                  request.precondition());
          return Response.ok(FirmView.of(firm)).etag(firm.revision());
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
