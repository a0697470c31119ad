package clientportal.sharing;

import clientportal.access.Caller;
import clientportal.access.keys.DocumentPath;
import clientportal.access.shares.ItemShares;
import clientportal.access.shares.NewShares;
import clientportal.access.shares.SharesView;
import clientportal.platform.LambdaFunction;
import clientportal.platform.RuntimeContext;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Clock;

/**
 * {@code PUT …/documents/{documentId}/shares}: 200 with the shares, 404, 403, 400, 412, 409 {@code
 * not-available}, {@code archived}, {@code not-shareable}, {@code inherited-share} or {@code
 * conflict}, 422 {@code recipient-not-permitted} or {@code account-required}.
 */
public record SetDocumentSharesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public SetDocumentSharesHandler() {
    this(SharingModule.fromEnvironment().setDocumentShares(), RuntimeContext.current().clock());
  }

  SetDocumentSharesHandler(SetDocumentShares setDocumentShares, Clock clock) {
    this(
        Endpoint.of(request -> {
          ItemShares shares =
              setDocumentShares.handle(
                  Caller.of(request),
                  DocumentPath.of(request),
                  levels -> request.body(input -> NewShares.read(input, levels, clock.instant())),
                  request.precondition());
          return Response.ok(SharesView.of(shares)).etag(shares.item().revision());
        }));
  }
}
