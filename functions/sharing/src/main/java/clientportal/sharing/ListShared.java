package clientportal.sharing;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.ListedPage;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.DocumentId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FeedName;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.access.records.Listing;
import clientportal.access.records.Note;
import clientportal.access.records.Participant;
import clientportal.access.records.SharedDocument;
import clientportal.platform.http.Listed;
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
import java.util.stream.Stream;

/**
 * Lists what is open to the caller as the client, a contact or a member of portals: archived items
 * or the others. What the firm's share policy keeps closed is left out.
 */
record ListShared(Access access, Table table) {
  /** How many items are read at a time. */
  private static final int MOST_KEYS = 100;

  Listed<FeedRow> handle(Caller caller, ClientPath client, ListedPage listed) {
    Reach reach = access.reach(caller, client, List.of(TableKeys.sharePolicy(client.firm())));
    reach.require(Action.LIST_SHARED);
    List<Capacity> holding = reach.link().orElseThrow().holding(reach.now());
    List<FeedName> names = FeedName.of(holding);
    List<Recipient.Party> capacities = holding.stream().map(Capacity::party).toList();
    String ofAll = TableKeys.feed(client, FeedName.ALL, listed.archived());
    PageQuery asked = listed.apply(Query.of(Query.Index.TABLE, ofAll));
    Optional<String> after = asked.after().map(Position::sort);
    int number = asked.limit() + 1;
    List<Feed> feeds =
        names.stream()
            .map(name -> new Feed(table, client, name, listed.archived(), after, number))
            .toList();
    SharedWithMe shared = new SharedWithMe(feeds, capacities, reach.policy(), reach.now());
    boolean severalOwn = names.stream().filter(name -> !name.equals(FeedName.ALL)).count() > 1;
    List<FeedRow> rows =
        severalOwn ? once(shared, capacities, reach.now(), number) : shared.next(number);
    List<FeedRow> page = rows.stream().limit(asked.limit()).toList();
    // The same sort key has the same place in all feeds.
    Optional<Position> next =
        (rows.size() < number ? shared.last() : Optional.of(page.getLast()))
            .map(row -> row.key().sk())
            .map(sort -> new Position(new Key(ofAll, sort), sort));
    return new Listed<>(page, new Page(List.of(), next));
  }

  /**
   * Returns the rows of the page and, if there are more, the first row of the next page: one of an
   * item that is in several feeds.
   */
  private List<FeedRow> once(
      SharedWithMe shared, List<Recipient.Party> capacities, Instant now, int number) {
    List<FeedRow> rows = new ArrayList<>();
    while (rows.size() < number) {
      List<FeedRow> next = shared.next(Math.min(number - rows.size(), MOST_KEYS));
      if (next.isEmpty()) {
        break;
      }
      rows.addAll(once(next, capacities, now));
    }
    return rows;
  }

  /**
   * Keeps one row of an item that is in the feeds of several capacities of the reader, with the
   * widest access. The other rows are found through the item's grants.
   */
  private List<FeedRow> once(List<FeedRow> rows, List<Recipient.Party> capacities, Instant now) {
    Items items = table.read(rows.stream().map(ListShared::key).distinct().toList());
    return rows.stream()
        .flatMap(
            row -> items.at(key(row)).flatMap(item -> newest(row, item, capacities, now)).stream())
        .toList();
  }

  private static Key key(FeedRow row) {
    return switch (row.path()) {
      case FolderPath folder -> TableKeys.folder(folder);
      case DocumentPath(FolderPath folder, DocumentId document) ->
          row.archived()
              ? TableKeys.archivedDocument(folder, document)
              : TableKeys.document(folder, document);
      case NotePath note -> TableKeys.note(note);
      case ParticipantPath participant -> TableKeys.participant(participant);
    };
  }

  private static Optional<FeedRow> newest(
      FeedRow row, Item item, List<Recipient.Party> capacities, Instant now) {
    Listing shared =
        switch (row.path()) {
          case FolderPath _ -> Folder.fromItem(item).listing();
          case DocumentPath _ -> SharedDocument.fromItem(item).listing();
          case NotePath _ -> Note.fromItem(item).listing();
          case ParticipantPath _ -> Participant.fromItem(item).listing();
        };
    List<Grant> grants =
        capacities.stream().flatMap(party -> shared.grants().to(party).stream()).toList();
    Optional<Grant> ofAll = ofAll(shared, grants, capacities);
    if (row.feed().equals(FeedName.ALL) && (grants.isEmpty() || ofAll.isEmpty())) {
      return Optional.of(row);
    }
    List<FeedRow> own =
        Stream.concat(grants.stream(), ofAll.stream())
            .sorted(Comparator.comparing(Grant::sharedAt).reversed())
            .flatMap(grant -> FeedRow.of(shared, grant).at(now).stream())
            .toList();
    return own.stream()
        .findFirst()
        .filter(first -> first.feed().equals(row.feed()))
        .map(first -> first.widest(own));
  }

  /**
   * Returns the grant to all authorized if it has a row for the reader: if they are among them, and
   * no row of theirs includes it.
   */
  private static Optional<Grant> ofAll(
      Listing shared, List<Grant> grants, List<Recipient.Party> capacities) {
    boolean included =
        grants.stream().anyMatch(grant -> grant.recipient() instanceof Recipient.OfClient);
    return shared
        .grants()
        .to(Recipient.ALL_AUTHORIZED)
        .filter(_ -> !included)
        .filter(_ -> capacities.stream().anyMatch(Recipient.OfClient.class::isInstance));
  }
}
