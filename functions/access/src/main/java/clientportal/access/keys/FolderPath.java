package clientportal.access.keys;

import clientportal.access.ids.FolderId;
import clientportal.platform.http.Request;

/** The path of a folder: {@code …/folders/{folderId}}. */
public record FolderPath(ClientPath client, FolderId folder) implements ItemPath {

  public static FolderPath of(Request request) {
    return new FolderPath(ClientPath.of(request), FirmPath.id(request, "folderId", FolderId::new));
  }

  @Override
  public String toString() {
    return client + "/folders/" + folder;
  }
}
