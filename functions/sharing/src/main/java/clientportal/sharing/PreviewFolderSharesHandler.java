package clientportal.sharing;

import clientportal.access.Caller;
import clientportal.access.keys.FolderPath;
import clientportal.access.shares.NewShares;
import clientportal.platform.LambdaFunction;
import clientportal.platform.RuntimeContext;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Clock;

/**
 * {@code POST …/folders/{folderId}/shares/preview}: 200 with the preview, and what {@code
 * setFolderShares} refuses.
 */
public record PreviewFolderSharesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public PreviewFolderSharesHandler() {
    this(SharingModule.fromEnvironment().previewFolderShares(), RuntimeContext.current().clock());
  }

  PreviewFolderSharesHandler(PreviewFolderShares previewFolderShares, Clock clock) {
    this(
        Endpoint.of(request ->
            Response.ok(
                previewFolderShares
                    .handle(
                        Caller.of(request),
                        FolderPath.of(request),
                        request.body(
                            input -> NewShares.read(input, NewShares.Levels.ANY, clock.instant())),
                        request.precondition())
                    .json())));
  }
}
