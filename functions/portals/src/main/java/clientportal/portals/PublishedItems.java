package clientportal.portals;

import clientportal.access.decision.SharePolicy;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FeedName;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.DocumentTypeField;
import clientportal.access.records.FeedRow;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.util.List;

/**
 * Counts what is open to anybody of some clients: what members with full access see of them,
 * without what is archived.
 *
 * @param policy of the firm, which may keep documents closed
 */
record PublishedItems(Table table, SharePolicy policy, Instant now) {
  /** Counting ends here: that many, or more. */
  static final int MOST = 1_000;

  /** How many there are, at most {@link #MOST} of either. */
  record Count(long folders, long documents) {
    static final Count NONE = new Count(0, 0);

    JsonObject json() {
      return Json.object().with("folders", folders).with("documents", documents);
    }

    private Count with(long moreFolders, long moreDocuments) {
      return new Count(
          Math.min(MOST, folders + moreFolders), Math.min(MOST, documents + moreDocuments));
    }
  }

  Count of(List<ClientPath> clients) {
    Count count = Count.NONE;
    for (ClientPath client : clients) {
      count = add(client, count);
    }
    return count;
  }

  private Count add(ClientPath client, Count before) {
    List<FeedRow> rows = rows(client);
    List<FolderPath> folders =
        rows.stream()
            .map(FeedRow::path)
            .filter(FolderPath.class::isInstance)
            .map(FolderPath.class::cast)
            .toList();
    long alone =
        rows.stream()
            .filter(row ->
                row.path() instanceof DocumentPath document && !folders.contains(document.folder()))
            .count();
    Count count = before.with(folders.size(), alone);
    for (FolderPath folder : folders) {
      if (count.documents() == MOST) {
        return count;
      }
      count = count.with(0, documents(folder, MOST - count.documents()));
    }
    return count;
  }

  private List<FeedRow> rows(ClientPath client) {
    Query feed =
        Query.of(Query.Index.TABLE, TableKeys.feed(client, FeedName.PUBLISHED, false)).backwards();
    return table
        .pages(feed.limit(MOST))
        .flatMap(page -> page.items().stream())
        .map(item -> FeedRow.fromItem(client, FeedName.PUBLISHED, item))
        .filter(row -> !row.isClosedBy(policy))
        .filter(row -> row.at(now).isPresent())
        .limit(2L * MOST)
        .toList();
  }

  private long documents(FolderPath folder, long most) {
    Query documents =
        Query.of(Query.Index.TABLE, TableKeys.documents(folder)).prefix(TableKeys.DOCUMENT_PREFIX);
    return table
        .pages(documents.limit(MOST))
        .flatMap(page -> page.items().stream())
        .filter(item -> !policy.closes(DocumentTypeField.of(item.fields())))
        .limit(most)
        .count();
  }
}
