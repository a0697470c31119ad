package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.http.Listed;
import clientportal.platform.http.Paging;
import clientportal.platform.table.Page;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/**
 * Lists the uploads of a folder, the newest document first: all of them for staff, and their own
 * for readers.
 */
record ListUploads(Access access, Table table) {
  Listed<DocumentView> handle(Caller caller, FolderPath folder, Paging paging) {
    Reach reach = access.reach(caller, folder, List.of());
    reach.require(Action.READ);
    Query all =
        reach.staff().isPresent()
            ? Query.of(Query.Index.TABLE, TableKeys.documents(folder))
                .prefix(TableKeys.UPLOAD_PREFIX)
            : Query.of(Query.Index.NAMES, TableKeys.uploadsOf(folder, reach.person()));
    Page page = table.page(paging.apply(all.backwards()));
    return Listed.of(page, item -> DocumentView.of(item, reach));
  }
}
