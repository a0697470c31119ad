package clientportal.access.keys;

import clientportal.access.ids.NoteId;
import clientportal.platform.http.Request;

/** The path of a note: {@code …/notes/{noteId}}. */
public record NotePath(ClientPath client, NoteId note) implements ItemPath, TextPath {

  public static NotePath of(Request request) {
    return new NotePath(ClientPath.of(request), FirmPath.id(request, "noteId", NoteId::new));
  }

  @Override
  public String toString() {
    return client + "/notes/" + note;
  }
}
