package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.ListedPage;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.http.Listed;
import clientportal.platform.table.Page;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/**
 * Lists the available documents of a folder, newest first, for those to whom the folder is open.
 */
record ListDocuments(Access access, Table table) {
  Listed<DocumentView> handle(Caller caller, FolderPath folder, ListedPage listed) {
    Reach reach = access.reach(caller, folder, List.of());
    reach.require(Action.READ);
    String prefix = listed.archived() ? TableKeys.ARCHIVED_PREFIX : TableKeys.DOCUMENT_PREFIX;
    Query all = Query.of(Query.Index.TABLE, TableKeys.documents(folder)).prefix(prefix);
    Page page = table.page(listed.apply(all.backwards()));
    return Listed.of(page, item -> DocumentView.of(item, reach));
  }
}
