package clientportal.sharing;

import clientportal.access.Access;
import clientportal.access.ListedPage;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.access.records.Shareable;
import clientportal.access.records.SharedDocument;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.PageQuery;
import clientportal.platform.table.Position;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lists what is shared with the caller, as the client or as one of its contacts; or the archived.
 */
record ListShared(Access access, Table table) {
  /** How many keys are read together. */
  private static final int MOST_KEYS = 100;

  /**
   * A page of rows, newest first.
   *
   * @param page where the list continues
   */
  record Answer(List<FeedRow> rows, Page page) {}

  Answer handle(PersonId caller, ClientPath client, ListedPage listed) {
    Reach reach = access.reach(caller, client, List.of());
    reach.require(Action.LIST_SHARED);
    List<Recipient.Party> capacities =
        reach.link().orElseThrow().holding(reach.now()).stream().map(Capacity::party).toList();
    PageQuery asked =
        listed.apply(
            Query.of(
                Query.Index.TABLE,
                TableKeys.feed(client, Recipient.ALL_AUTHORIZED, listed.archived())));
    List<Recipient> recipients = new ArrayList<>(capacities);
    recipients.add(Recipient.ALL_AUTHORIZED);
    List<Feed> feeds =
        recipients.stream()
            .map(recipient ->
                new Feed(
                    table,
                    client,
                    recipient,
                    listed.archived(),
                    asked.after().map(Position::sort),
                    asked.limit() + 1))
            .toList();
    List<FeedRow> rows = rows(feeds, capacities, asked.limit() + 1, reach.now());
    if (rows.size() <= asked.limit()) {
      return new Answer(rows, new Page(List.of(), Optional.empty()));
    }
    List<FeedRow> page = rows.subList(0, asked.limit());
    Key last = page.getLast().key();
    return new Answer(page, new Page(List.of(), Optional.of(new Position(last, last.sk()))));
  }

  /** Returns the rows of the page and, if there are more, the first of the page that follows. */
  private List<FeedRow> rows(
      List<Feed> feeds, List<Recipient.Party> capacities, int many, Instant now) {
    SharedWithMe shared = new SharedWithMe(feeds, capacities, now);
    if (capacities.size() == 1) {
      return shared.next(many);
    }
    List<FeedRow> rows = new ArrayList<>();
    while (rows.size() < many) {
      List<FeedRow> next = shared.next(Math.min(many - rows.size(), MOST_KEYS));
      if (next.isEmpty()) {
        break;
      }
      rows.addAll(once(next, capacities, now));
    }
    return rows;
  }

  /**
   * Keeps one row of an item that a reader in several capacities finds in several feeds, with the
   * widest access of them. A row does not know of the others: the item does.
   */
  private List<FeedRow> once(List<FeedRow> rows, List<Recipient.Party> capacities, Instant now) {
    Items items = table.read(rows.stream().map(ListShared::key).distinct().toList());
    return rows.stream()
        .flatMap(
            row -> items.at(key(row)).flatMap(item -> newest(row, item, capacities, now)).stream())
        .toList();
  }

  private static Key key(FeedRow row) {
    FolderPath folder = new FolderPath(row.client(), row.folder());
    return row.document()
        .map(document ->
            row.archived()
                ? TableKeys.archivedDocument(folder, document)
                : TableKeys.document(folder, document))
        .orElseGet(() -> TableKeys.folder(folder));
  }

  private static Shareable shareable(FeedRow row, Item item) {
    return row.document().isPresent() ? SharedDocument.fromItem(item) : Folder.fromItem(item);
  }

  private static Optional<FeedRow> newest(
      FeedRow row, Item item, List<Recipient.Party> capacities, Instant now) {
    if (row.recipient() instanceof Recipient.AllAuthorized) {
      return Optional.of(row);
    }
    Shareable shared = shareable(row, item);
    List<FeedRow> own =
        capacities.stream()
            .flatMap(party -> shared.grants().to(party).stream())
            .sorted(Comparator.comparing(Grant::sharedAt).reversed())
            .flatMap(grant -> FeedRow.of(shared, grant).at(now).stream())
            .toList();
    return own.stream()
        .findFirst()
        .filter(first -> first.recipient().equals(row.recipient()))
        .map(first -> first.widest(own));
  }
}
