package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.keys.NotePath;
import clientportal.access.shares.SharesToChoose;
import clientportal.access.shares.SharesView;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/notes/{noteId}/shares}: 200 with the shares and the candidates, 404, 403. */
public record GetNoteSharesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetNoteSharesHandler() {
    this(NotesModule.fromEnvironment().getNoteShares());
  }

  GetNoteSharesHandler(GetNoteShares getNoteShares) {
    this(
        Endpoint.of(request -> {
          SharesToChoose answer = getNoteShares.handle(Caller.of(request), NotePath.of(request));
          return Response.ok(SharesView.of(answer.shares(), answer.candidates()))
              .etag(answer.shares().item().revision());
        }));
  }
}
