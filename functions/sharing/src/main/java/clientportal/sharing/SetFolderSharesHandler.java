package clientportal.sharing;

import clientportal.access.Caller;
import clientportal.access.keys.FolderPath;
import clientportal.platform.RuntimeContext;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;

/**
 * {@code PUT …/folders/{folderId}/shares}: 200 with the shares, 404, 403, 400, 412, 409 {@code
 * archived} or {@code conflict}, 422 {@code recipient-not-permitted} or {@code account-required}.
 */
public final class SetFolderSharesHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public SetFolderSharesHandler() {
    this(SharingModule.fromEnvironment().setFolderShares(), RuntimeContext.current().clock());
  }

  SetFolderSharesHandler(SetFolderShares setFolderShares, Clock clock) {
    endpoint =
        Endpoint.of(request -> {
          ItemShares shares =
              setFolderShares.handle(
                  Caller.of(request),
                  FolderPath.of(request),
                  request.body(
                      input -> NewShares.read(input, NewShares.Levels.ANY, clock.instant())),
                  request.precondition());
          return Response.ok(SharesView.of(shares)).etag(shares.item().revision());
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
