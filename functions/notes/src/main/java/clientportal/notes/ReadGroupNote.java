package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Action;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.GroupNote;
import clientportal.access.records.Participation;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Attempts;
import java.util.List;

/**
 * Shows a group note to the readers of one participant, and to staff as a note of that participant.
 * Nothing of the answer depends on other participants.
 */
record ReadGroupNote(Access access) {
  JsonObject handle(Caller caller, ParticipantPath path) {
    return Attempts.read(() -> attempt(caller, path));
  }

  private JsonObject attempt(Caller caller, ParticipantPath path) {
    Reach reach = access.reach(caller, path, List.of(TableKeys.noteText(path.group())));
    reach.require(Action.READ);
    Participation participation = reach.participation();
    GroupNote note = participation.group();
    String text = NoteText.of(note, reach.items()).text();
    return reach.staff().isPresent()
        ? NoteView.forStaff(note, text, reach.shareState(participation))
        : NoteView.forReader(note, text, open(participation, reach));
  }

  private static AccessLevel open(Participation participation, Reach reach) {
    return reach
        .link()
        .flatMap(link -> participation.open(reach.policy()).openTo(link, reach.now()))
        .orElseThrow(() -> new IllegalStateException("a reader without access"));
  }
}
