package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.RequestItemPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FiledDocument;
import clientportal.access.records.ItemFile;
import clientportal.access.records.RequestItem;
import clientportal.platform.http.Paging;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Items;
import clientportal.platform.table.Page;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists the files of an item, the newest document first: to staff all, and to the assignee those
 * that are still open to them.
 */
record ListItemFiles(Access access, Table table) {
  /** A page of files. */
  record Found(List<JsonObject> files, Page page) {}

  Found handle(Caller caller, RequestItemPath path, Paging paging) {
    return Attempts.read(() -> attempt(caller, path, paging));
  }

  private Found attempt(Caller caller, RequestItemPath path, Paging paging) {
    Reach reach =
        access.reach(
            caller, path, List.of(TableKeys.sharePolicy(path.engagement().client().firm())));
    reach.require(Action.READ);
    RequestItem item = RequestItem.fromItem(reach.item(RequestKeys.requestItem(path)));
    Query all =
        Query.of(Query.Index.TABLE, RequestKeys.ofEngagement(path.engagement()))
            .prefix(RequestKeys.filesOf(path.item()))
            .backwards()
            .consistently();
    Page page = table.page(paging.apply(all));
    List<ItemFile> files = page.items().stream().map(ItemFile::fromItem).toList();
    Items documents =
        table.read(
            files.stream()
                .flatMap(file -> TableKeys.documentKeys(file.document()).stream())
                .toList());
    List<JsonObject> shown = new ArrayList<>();
    for (ItemFile file : files) {
      FiledDocument document = document(file, documents);
      if (reach.staff().isPresent() || reach.isOpen(document.shared())) {
        shown.add(ItemFileView.of(file, document, item));
      }
    }
    return new Found(shown, page);
  }

  private static FiledDocument document(ItemFile file, Items documents) {
    return documents
        .newest(TableKeys.documentKeys(file.document()))
        .map(FiledDocument::fromItem)
        .orElseThrow(() -> new ConflictException("the document is being archived or restored"));
  }
}
