package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.keys.ParticipantPath;
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
 * {@code PUT …/clients/{clientId}/group-notes/{noteId}/shares}: 200 with the shares, 404, 403, 400,
 * 412, 409 {@code archived}, {@code inherited-share} or {@code conflict}, 422 {@code
 * recipient-not-permitted} or {@code account-required}.
 */
public record SetParticipantSharesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public SetParticipantSharesHandler() {
    this(NotesModule.fromEnvironment().setParticipantShares(), RuntimeContext.current().clock());
  }

  SetParticipantSharesHandler(SetParticipantShares setParticipantShares, Clock clock) {
    this(
        Endpoint.of(request -> {
          ItemShares shares =
              setParticipantShares.handle(
                  Caller.of(request),
                  ParticipantPath.of(request),
                  request.body(
                      input -> NewShares.read(input, NewShares.Levels.VIEW_ONLY, clock.instant())),
                  request.precondition());
          return Response.ok(SharesView.of(shares)).etag(shares.item().revision());
        }));
  }
}
