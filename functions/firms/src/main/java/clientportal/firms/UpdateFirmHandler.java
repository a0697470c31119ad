package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.keys.FirmPath;
import clientportal.access.records.Firm;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code PATCH /v1/firms/{firmId}}: 200 with the firm, 404, 403, 400, 412, 409. */
public record UpdateFirmHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public UpdateFirmHandler() {
    this(FirmsModule.fromEnvironment().updateFirm());
  }

  UpdateFirmHandler(UpdateFirm updateFirm) {
    this(
        Endpoint.of(request -> {
          Firm firm =
              updateFirm.handle(
                  Caller.of(request),
                  FirmPath.of(request),
                  request.body(FirmPatch::read),
                  request.precondition());
          return Response.ok(FirmView.of(firm)).etag(firm.revision());
        }));
  }
}
