package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.keys.GroupNotePath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.function.Function;

/** {@code GET …/participants}: 200 with a page of participants; 400, 404. */
public record ListParticipantsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListParticipantsHandler() {
    this(NotesModule.fromEnvironment().listParticipants());
  }

  ListParticipantsHandler(ListParticipants listParticipants) {
    this(
        Endpoint.of(request -> {
          Paging paging = request.paging();
          return Response.ok(
              paging.answer(
                  listParticipants.handle(Caller.of(request), GroupNotePath.of(request), paging),
                  Function.identity()));
        }));
  }
}
