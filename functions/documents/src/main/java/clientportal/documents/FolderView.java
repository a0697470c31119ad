package clientportal.documents;

import clientportal.access.Folder;
import clientportal.platform.http.Json;
import clientportal.platform.http.JsonObject;
import java.time.Instant;

/** A folder as its readers see it. */
final class FolderView {
  private FolderView() {}

  /** Staff see to whom it is open. */
  static JsonObject forStaff(Folder folder, Instant now) {
    return of(folder).with("shareState", folder.grants().state(now).text());
  }

  private static JsonObject of(Folder folder) {
    return Json.object()
        .with("folderId", folder.id().value())
        .with("name", folder.name())
        .with("createdAt", folder.createdAt())
        .with("archived", folder.archived());
  }
}
