package clientportal.portals;

import clientportal.access.Caller;
import clientportal.access.keys.FirmPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST /v1/firms/{firmId}/portals/preview}: 200 with the preview, and what {@code
 * createPortal} refuses.
 */
public record PreviewPortalHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public PreviewPortalHandler() {
    this(PortalsModule.fromEnvironment().previewPortal());
  }

  PreviewPortalHandler(PreviewPortal previewPortal) {
    this(
        Endpoint.of(request ->
            Response.ok(
                previewPortal
                    .handle(Caller.of(request), FirmPath.of(request), request.body(NewPortal::read))
                    .json())));
  }
}
