package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.ListedPage;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Page;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/** Lists the available documents of a folder, newest first, to those to whom the folder is open. */
record ListDocuments(Access access, Table table) {
  /** A page of documents, and where the list continues. */
  record Listed(List<DocumentView> documents, Page page) {}

  Listed handle(PersonId caller, FolderPath folder, ListedPage listed) {
    Reach reach = access.reach(caller, folder, List.of());
    reach.require(Action.READ);
    String prefix = listed.archived() ? TableKeys.ARCHIVED_PREFIX : TableKeys.DOCUMENT_PREFIX;
    Page page =
        table.query(
            listed.apply(
                Query.of(Query.Index.TABLE, TableKeys.documents(folder))
                    .prefix(prefix)
                    .backwards()));
    return new Listed(
        page.items().stream().map(item -> DocumentView.of(item, reach)).toList(), page);
  }
}
