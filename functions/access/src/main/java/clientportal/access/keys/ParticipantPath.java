package clientportal.access.keys;

import clientportal.access.ids.NoteId;
import clientportal.platform.http.Request;

/** The path of a group note under one of its participants: {@code …/group-notes/{noteId}}. */
public record ParticipantPath(ClientPath client, NoteId note) implements ItemPath {

  public static ParticipantPath of(Request request) {
    return new ParticipantPath(ClientPath.of(request), FirmPath.id(request, "noteId", NoteId::new));
  }

  /** Returns the group note. */
  public GroupNotePath group() {
    return new GroupNotePath(client.firm(), note);
  }

  @Override
  public String toString() {
    return client + "/group-notes/" + note;
  }
}
