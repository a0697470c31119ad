package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.FirmPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code POST /v1/firms}: 201 with the firm, 403, 400, 409 {@code slug-taken}, 422. */
public record CreateFirmHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public CreateFirmHandler() {
    this(FirmsModule.fromEnvironment().createFirm());
  }

  CreateFirmHandler(CreateFirm createFirm) {
    this(
        Endpoint.of(request -> {
          CreatedFirm created =
              createFirm.handle(
                  Caller.of(request), request.body(NewFirm::read), Idempotency.of(request));
          return Response.created(new FirmPath(created.firm().id()).toString(), created.toView())
              .etag(created.firm().revision());
        }));
  }
}
