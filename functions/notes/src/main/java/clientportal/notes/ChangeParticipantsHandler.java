package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.records.GroupNote;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import clientportal.platform.json.Json;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/participants}: 200 with their number, 404, 403, 400, 412, 409 {@code archived},
 * {@code limit-reached} or {@code conflict}, 422 {@code unknown-client}.
 */
public record ChangeParticipantsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ChangeParticipantsHandler() {
    this(NotesModule.fromEnvironment().changeParticipants());
  }

  ChangeParticipantsHandler(ChangeParticipants changeParticipants) {
    this(
        Endpoint.of(request -> {
          GroupNote note =
              changeParticipants.handle(
                  Caller.of(request),
                  GroupNotePath.of(request),
                  request.body(ParticipantsPatch::read),
                  request.precondition());
          return Response.ok(Json.object().with("participants", note.participants()))
              .etag(note.revision());
        }));
  }
}
