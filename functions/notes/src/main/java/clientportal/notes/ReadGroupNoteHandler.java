package clientportal.notes;

import clientportal.access.Caller;
import clientportal.access.keys.ParticipantPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code GET …/clients/{clientId}/group-notes/{noteId}}: 200 with the group note, with {@code
 * shareState} for staff and {@code access} for readers; 404. Its entity tag is made of the answer:
 * a revision would count changes that concern other participants.
 */
public record ReadGroupNoteHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ReadGroupNoteHandler() {
    this(NotesModule.fromEnvironment().readGroupNote());
  }

  ReadGroupNoteHandler(ReadGroupNote readGroupNote) {
    this(
        Endpoint.of(request ->
            Response.ok(readGroupNote.handle(Caller.of(request), ParticipantPath.of(request)))
                .etagOfBody()));
  }
}
