package clientportal.sharing;

import clientportal.access.Caller;
import clientportal.access.keys.DocumentPath;
import clientportal.access.shares.NewShares;
import clientportal.platform.LambdaFunction;
import clientportal.platform.RuntimeContext;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Clock;

/**
 * {@code POST …/documents/{documentId}/shares/preview}: 200 with the preview, and what {@code
 * setDocumentShares} refuses.
 */
public record PreviewDocumentSharesHandler(RequestStreamHandler delegate)
    implements LambdaFunction {
  public PreviewDocumentSharesHandler() {
    this(SharingModule.fromEnvironment().previewDocumentShares(), RuntimeContext.current().clock());
  }

  PreviewDocumentSharesHandler(PreviewDocumentShares previewDocumentShares, Clock clock) {
    this(
        Endpoint.of(request ->
            Response.ok(
                previewDocumentShares
                    .handle(
                        Caller.of(request),
                        DocumentPath.of(request),
                        levels ->
                            request.body(input -> NewShares.read(input, levels, clock.instant())),
                        request.precondition())
                    .json())));
  }
}
