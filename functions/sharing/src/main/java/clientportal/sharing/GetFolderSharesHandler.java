package clientportal.sharing;

import clientportal.access.Caller;
import clientportal.access.keys.FolderPath;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code GET …/folders/{folderId}/shares}: 200 with the shares and who may be chosen, 404, 403. */
public final class GetFolderSharesHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public GetFolderSharesHandler() {
    this(SharingModule.fromEnvironment().getFolderShares());
  }

  GetFolderSharesHandler(GetFolderShares getFolderShares) {
    endpoint =
        Endpoint.of(request -> {
          SharesToChoose answer =
              getFolderShares.handle(Caller.of(request), FolderPath.of(request));
          return Response.ok(SharesView.of(answer.shares(), answer.candidates()))
              .etag(answer.shares().item().revision());
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
