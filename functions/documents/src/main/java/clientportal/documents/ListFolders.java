package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.ListedPage;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Folder;
import clientportal.platform.table.Page;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/** Lists a client's folders by name: to staff all, to others those that are open to them. */
final class ListFolders {
  private static final int DEFAULT_LIMIT = 25;

  private final Access access;
  private final Table table;

  ListFolders(Access access, Table table) {
    this.access = access;
    this.table = table;
  }

  FolderPage handle(PersonId caller, ClientPath client, ListedPage listed) {
    Reach reach = access.reach(caller, client, List.of());
    reach.require(Action.LIST_FOLDERS);
    String partition = TableKeys.folderNames(client, listed.archived());
    Query query = listed.apply(Query.of(Query.Index.NAMES, partition, DEFAULT_LIMIT));
    if (reach.staff().isPresent()) {
      return forStaff(reach, query);
    }
    return new OpenFolders(table, client, reach, listed.archived())
        .page(query.limit(), query.after());
  }

  private FolderPage forStaff(Reach reach, Query query) {
    Page page = table.query(query);
    return new FolderPage(
        page.items().stream()
            .map(item -> FolderView.forStaff(Folder.fromItem(item), reach.now()))
            .toList(),
        page);
  }
}
