package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.ListedPage;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.DocumentTypeField;
import clientportal.platform.http.Listed;
import clientportal.platform.table.Item;
import clientportal.platform.table.Page;
import clientportal.platform.table.PageQuery;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists the available documents of a folder, newest first, for those to whom the folder is open.
 * Readers do not see those that the firm's share policy keeps closed.
 */
record ListDocuments(Access access, Table table) {
  /**
   * How often the list is read on for one page, because documents read so far are kept closed, and
   * how many of them at a time. What is left is for the next page.
   */
  private static final int MOST_ROUNDS = 20;

  private static final int DOCUMENTS_OF_A_ROUND = 100;

  Listed<DocumentView> handle(Caller caller, FolderPath folder, ListedPage listed) {
    Reach reach =
        access.reach(caller, folder, List.of(TableKeys.sharePolicy(folder.client().firm())));
    reach.require(Action.READ);
    String prefix = listed.archived() ? TableKeys.ARCHIVED_PREFIX : TableKeys.DOCUMENT_PREFIX;
    Query all = Query.of(Query.Index.TABLE, TableKeys.documents(folder)).prefix(prefix);
    PageQuery asked = listed.apply(all.backwards());
    return Listed.of(shown(asked, reach), item -> DocumentView.of(item, reach));
  }

  /** Reads on until the page is full. */
  private Page shown(PageQuery asked, Reach reach) {
    Page page = table.page(asked);
    List<Item> shown = new ArrayList<>();
    add(page, shown, reach);
    for (int round = 1;
        round < MOST_ROUNDS && shown.size() < asked.limit() && page.next().isPresent();
        round++) {
      page = table.page(new PageQuery(asked.query(), DOCUMENTS_OF_A_ROUND, page.next()));
      add(page, shown, reach);
    }
    if (shown.size() <= asked.limit()) {
      return new Page(shown, page.next());
    }
    List<Item> first = shown.subList(0, asked.limit());
    return new Page(first, Optional.of(asked.query().positionOf(first.getLast())));
  }

  private static void add(Page page, List<Item> shown, Reach reach) {
    page.items().stream()
        .filter(item ->
            reach.staff().isPresent()
                || !reach.policy().closes(DocumentTypeField.of(item.fields())))
        .forEach(shown::add);
  }
}
