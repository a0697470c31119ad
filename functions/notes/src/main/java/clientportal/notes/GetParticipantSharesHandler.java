package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.shares.SharesToChoose;
import clientportal.access.shares.SharesView;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code GET …/clients/{clientId}/group-notes/{noteId}/shares}: 200 with the shares and the
 * candidates, 404, 403.
 */
public record GetParticipantSharesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetParticipantSharesHandler() {
    this(NotesModule.fromEnvironment().getParticipantShares());
  }

  GetParticipantSharesHandler(GetParticipantShares getParticipantShares) {
    this(
        Endpoint.of(request -> {
          SharesToChoose answer =
              getParticipantShares.handle(Caller.of(request), ParticipantPath.of(request));
          return Response.ok(SharesView.of(answer.shares(), answer.candidates()))
              .etag(answer.shares().item().revision());
        }));
  }
}
