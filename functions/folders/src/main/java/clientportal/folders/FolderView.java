package clientportal.folders;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.ShareState;
import clientportal.access.ids.FolderId;
import clientportal.access.keys.FolderPath;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * A folder as a caller sees it.
 *
 * @param shareState for staff: to whom it is open
 * @param access for readers: what they may
 */
record FolderView(
    FolderId id,
    String name,
    Instant createdAt,
    boolean archived,
    Optional<ShareState> shareState,
    Optional<AccessLevel> access) {

  static FolderView forStaff(Folder folder, Instant now) {
    return of(folder, Optional.of(folder.grants().state(now)), Optional.empty());
  }

  static FolderView forReader(Folder folder, AccessLevel access) {
    return of(folder, Optional.empty(), Optional.of(access));
  }

  /**
   * A folder as a reader's list shows it.
   *
   * @param row of a folder
   */
  static FolderView forReader(FeedRow row, AccessLevel access) {
    if (!(row.path() instanceof FolderPath path)) {
      throw new IllegalArgumentException("not a folder: " + row.path());
    }
    return new FolderView(
        path.folder(),
        row.name(),
        row.createdAt(),
        row.archived(),
        Optional.empty(),
        Optional.of(access));
  }

  private static FolderView of(
      Folder folder, Optional<ShareState> shareState, Optional<AccessLevel> access) {
    return new FolderView(
        folder.id(), folder.name(), folder.createdAt(), folder.archived(), shareState, access);
  }

  JsonObject json() {
    return Json.object()
        .with("folderId", id.value())
        .with("name", name)
        .with("createdAt", createdAt)
        .with("archived", archived)
        .with("shareState", shareState.map(ShareState::text))
        .with("access", access.map(AccessLevel::text));
  }
}
