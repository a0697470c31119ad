package clientportal.portals;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.FirmPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST /v1/firms/{firmId}/portals}: 201 with the portal; 400, 404, 409 {@code
 * settings-required}, {@code name-taken}, {@code client-in-portal} or {@code conflict}, 422 {@code
 * unknown-reference} or {@code idempotency-key-reused}.
 */
public record CreatePortalHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public CreatePortalHandler() {
    this(PortalsModule.fromEnvironment().createPortal());
  }

  CreatePortalHandler(CreatePortal createPortal) {
    this(
        Endpoint.of(request -> {
          WholePortal created =
              createPortal.handle(
                  Caller.of(request),
                  FirmPath.of(request),
                  request.body(NewPortal::read),
                  Idempotency.of(request));
          return Response.created(created.portal().path().toString(), PortalView.whole(created))
              .etag(created.portal().revision());
        }));
  }
}
