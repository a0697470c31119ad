package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.FirmPath;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code POST /v1/firms}: 201 with the firm, 403, 400, 409 {@code slug-taken}, 422. */
public final class CreateFirmHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public CreateFirmHandler() {
    this(FirmsModule.fromEnvironment().createFirm());
  }

  CreateFirmHandler(CreateFirm createFirm) {
    endpoint =
        Endpoint.of(request -> {
          CreatedFirm created =
              createFirm.handle(
                  Caller.of(request), request.body(NewFirm::read), Idempotency.of(request));
          return Response.created(new FirmPath(created.firm().id()).toString(), created.toView())
              .etag(created.firm().revision());
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
