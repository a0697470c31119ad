package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.keys.NotePath;
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
 * {@code PUT …/notes/{noteId}/shares}: 200 with the shares, 404, 403, 400, 412, 409 {@code
 * archived}, {@code not-shareable} or {@code conflict}, 422 {@code recipient-not-permitted} or
 * {@code account-required}.
 */
public record SetNoteSharesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public SetNoteSharesHandler() {
    this(NotesModule.fromEnvironment().setNoteShares(), RuntimeContext.current().clock());
  }

  SetNoteSharesHandler(SetNoteShares setNoteShares, Clock clock) {
    this(
        Endpoint.of(request -> {
          ItemShares shares =
              setNoteShares.handle(
                  Caller.of(request),
                  NotePath.of(request),
                  request.body(
                      input -> NewShares.read(input, NewShares.Levels.VIEW_ONLY, clock.instant())),
                  request.precondition());
          return Response.ok(SharesView.of(shares)).etag(shares.item().revision());
        }));
  }
}
