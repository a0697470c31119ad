package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.keys.FirmPath;
import clientportal.access.records.Firm;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET /v1/firms/{firmId}}: 200 with the firm, 404. */
public record GetFirmHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetFirmHandler() {
    this(FirmsModule.fromEnvironment().getFirm());
  }

  GetFirmHandler(GetFirm getFirm) {
    this(
        Endpoint.of(request -> {
          Firm firm = getFirm.handle(Caller.of(request), FirmPath.of(request));
          return Response.ok(FirmView.of(firm)).etag(firm.revision());
        }));
  }
}
