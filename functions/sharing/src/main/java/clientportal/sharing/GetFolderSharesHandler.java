package clientportal.sharing;

import clientportal.access.Caller;
import clientportal.access.keys.FolderPath;
import clientportal.access.shares.SharesToChoose;
import clientportal.access.shares.SharesView;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/folders/{folderId}/shares}: 200 with the shares and the candidates, 404, 403. */
public record GetFolderSharesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetFolderSharesHandler() {
    this(SharingModule.fromEnvironment().getFolderShares());
  }

  GetFolderSharesHandler(GetFolderShares getFolderShares) {
    this(
        Endpoint.of(request -> {
          SharesToChoose answer =
              getFolderShares.handle(Caller.of(request), FolderPath.of(request));
          return Response.ok(SharesView.of(answer.shares(), answer.candidates()))
              .etag(answer.shares().item().revision());
        }));
  }
}
