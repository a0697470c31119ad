package clientportal.folders;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.ListedPage;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Folder;
import clientportal.platform.table.Page;
import clientportal.platform.table.PageQuery;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/** Lists a client's folders by name: to staff all, to others those that are open to them. */
record ListFolders(Access access, Table table) {
  FolderPage handle(Caller caller, ClientPath client, ListedPage listed) {
    Reach reach = access.reach(caller, client, List.of());
    reach.require(Action.LIST_FOLDERS);
    String partition = TableKeys.folderNames(client, listed.archived());
    PageQuery asked = listed.apply(Query.of(Query.Index.NAMES, partition));
    if (reach.staff().isPresent()) {
      return forStaff(reach, asked);
    }
    return new OpenFolders(table, client, reach, listed.archived())
        .page(asked.limit(), asked.after());
  }

  private FolderPage forStaff(Reach reach, PageQuery asked) {
    Page page = table.page(asked);
    return new FolderPage(
        page.items().stream()
            .map(item -> FolderView.forStaff(Folder.fromItem(item), reach.now()))
            .toList(),
        page);
  }
}
