package clientportal.sharing;

import clientportal.access.Caller;
import clientportal.access.keys.DocumentPath;
import clientportal.access.shares.SharesToChoose;
import clientportal.access.shares.SharesView;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code GET …/documents/{documentId}/shares}: 200 with the shares and the candidates, 404, 403,
 * 409.
 */
public record GetDocumentSharesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetDocumentSharesHandler() {
    this(SharingModule.fromEnvironment().getDocumentShares());
  }

  GetDocumentSharesHandler(GetDocumentShares getDocumentShares) {
    this(
        Endpoint.of(request -> {
          SharesToChoose answer =
              getDocumentShares.handle(Caller.of(request), DocumentPath.of(request));
          return Response.ok(SharesView.of(answer.shares(), answer.candidates()))
              .etag(answer.shares().item().revision());
        }));
  }
}
