package clientportal.sharing;

import clientportal.access.Caller;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code GET …/documents/{documentId}/shares}: 200 with the shares and who may be chosen, 404, 403,
 * 409.
 */
public final class GetDocumentSharesHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public GetDocumentSharesHandler() {
    this(SharingModule.fromEnvironment().getDocumentShares());
  }

  GetDocumentSharesHandler(GetDocumentShares getDocumentShares) {
    endpoint =
        Endpoint.of(request -> {
          SharesToChoose answer =
              getDocumentShares.handle(Caller.of(request), DocumentPath.of(request));
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
