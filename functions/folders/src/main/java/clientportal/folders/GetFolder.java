package clientportal.folders;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Action;
import clientportal.access.keys.FolderPath;
import clientportal.access.records.Folder;
import java.util.List;

/** Shows a folder to staff and to its readers. */
record GetFolder(Access access) {
  /** What was found, and how the caller sees it. */
  record Found(Folder folder, FolderView view) {}

  Found handle(Caller caller, FolderPath path) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.READ);
    Folder folder = reach.folder();
    return new Found(
        folder,
        reach.staff().isPresent()
            ? FolderView.forStaff(folder, reach.now())
            : FolderView.forReader(folder, open(reach)));
  }

  private static AccessLevel open(Reach reach) {
    return reach
        .link()
        .flatMap(link -> reach.folder().grants().openTo(link, reach.now()))
        .orElseThrow(() -> new IllegalStateException("a reader without access"));
  }
}
