package clientportal.access.keys;

import clientportal.access.ids.FirmId;
import clientportal.access.ids.NoteId;
import clientportal.platform.http.Request;

/** The path of a group note: {@code /v1/firms/{firmId}/group-notes/{noteId}}. */
public record GroupNotePath(FirmId firm, NoteId note) implements TextPath {

  public static GroupNotePath of(Request request) {
    return new GroupNotePath(
        FirmPath.of(request).firm(), FirmPath.id(request, "noteId", NoteId::new));
  }

  @Override
  public String toString() {
    return new FirmPath(firm) + "/group-notes/" + note;
  }
}
