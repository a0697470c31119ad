package clientportal.sharing;

import clientportal.access.Caller;
import clientportal.access.keys.FolderPath;
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
 * {@code PUT …/folders/{folderId}/shares}: 200 with the shares, 404, 403, 400, 412, 409 {@code
 * archived} or {@code conflict}, 422 {@code recipient-not-permitted} or {@code account-required}.
 */
public record SetFolderSharesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public SetFolderSharesHandler() {
    this(SharingModule.fromEnvironment().setFolderShares(), RuntimeContext.current().clock());
  }

  SetFolderSharesHandler(SetFolderShares setFolderShares, Clock clock) {
    this(
        Endpoint.of(request -> {
          ItemShares shares =
              setFolderShares.handle(
                  Caller.of(request),
                  FolderPath.of(request),
                  request.body(
                      input -> NewShares.read(input, NewShares.Levels.ANY, clock.instant())),
                  request.precondition());
          return Response.ok(SharesView.of(shares)).etag(shares.item().revision());
        }));
  }
}
