package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.FileDetached;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.EventData.NamedEngagement;
import clientportal.access.ids.DocumentId;
import clientportal.access.keys.ItemFilePath;
import clientportal.access.keys.RequestItemPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Engagement;
import clientportal.access.records.FiledDocument;
import clientportal.access.records.Folder;
import clientportal.access.records.ItemFile;
import clientportal.access.records.ItemStatus;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.Arrival;
import clientportal.access.requests.StartedItems;
import clientportal.platform.Ids;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lets a document answer an item no more; it stays in its folder, and open to everybody who could
 * read it. Staff with the permission may, and the person who uploaded it until they submit it.
 * Nobody is notified.
 */
record DetachFile(Access access, Table table, Ids ids) {
  private enum Outcome {
    /** The document does not answer the item. */
    NOT_THERE,
    /** Nothing is left of the round, or nothing was of it. */
    LAST,
    ONE_OF_SEVERAL
  }

  void handle(Caller caller, ItemFilePath detached) {
    RequestItemPath path = detached.item();
    Outcome outcome = Attempts.run(() -> attempt(caller, path, detached.document()));
    if (outcome != Outcome.ONE_OF_SEVERAL) {
      // Another file may have arrived just when the last one was detached; the same request may
      // have been made before, and its function ended here.
      files(path).stream()
          .filter(file -> !file.late())
          .max(Comparator.comparingInt(ItemFile::round))
          .ifPresent(file -> new StartedItems(table).verify(path, file.document().document()));
    }
    if (outcome == Outcome.NOT_THERE) {
      throw ProblemException.notFound();
    }
  }

  private Outcome attempt(Caller caller, RequestItemPath path, DocumentId document) {
    Reach reach = access.reach(caller, path, List.of(RequestKeys.file(path, document)));
    reach.require(Action.READ);
    RequestItem item = RequestItem.fromItem(reach.item(RequestKeys.requestItem(path)));
    Engagement engagement =
        Engagement.fromItem(reach.item(RequestKeys.engagement(path.engagement())));
    Optional<ItemFile> there =
        reach.items().at(RequestKeys.file(path, document)).map(ItemFile::fromItem);
    if (there.isEmpty()) {
      return Outcome.NOT_THERE;
    }
    ItemFile file = there.get();
    boolean own = file.by().actor().person().equals(Optional.of(reach.person()));
    if (!own || !reach.allows(Action.ANSWER)) {
      reach.require(Action.REQUEST);
    }
    requireDetachable(file, item, engagement, reach.allows(Action.REQUEST));
    boolean last =
        counts(file, item)
            && files(path).stream()
                .noneMatch(
                    other -> counts(other, item) && !other.document().equals(file.document()));
    write(file, last, item, engagement, reach);
    return last ? Outcome.LAST : Outcome.ONE_OF_SEVERAL;
  }

  /**
   * What belongs to the round is detached while the item is open, so that nothing which was
   * submitted or accepted is lost; what staff have rejected, or came late, whenever they like.
   */
  private static void requireDetachable(
      ItemFile file, RequestItem item, Engagement engagement, boolean asStaff) {
    Arrival.ended(engagement, item)
        .ifPresent(refused -> {
          throw ProblemException.statusConflict(refused.status(), refused.instead());
        });
    boolean counts = counts(file, item);
    if (!counts && !asStaff) {
      throw ProblemException.statusConflict(
          item.status().text(), "The item has moved on since the file was uploaded.");
    }
    if (counts && item.status() != ItemStatus.OPEN) {
      throw ProblemException.statusConflict(
          item.status().text(), "It is not open: withdraw, reject or reopen it first.");
    }
  }

  private static boolean counts(ItemFile file, RequestItem item) {
    return !file.late() && file.round() == item.state().round();
  }

  private void write(
      ItemFile file, boolean last, RequestItem item, Engagement engagement, Reach reach) {
    List<Key> moving = TableKeys.documentKeys(file.document());
    Key in = TableKeys.folder(file.document().folder());
    List<Key> keys = new ArrayList<>(moving);
    keys.add(in);
    Items items = table.readSnapshot(keys);
    FiledDocument document =
        items
            .newest(moving)
            .map(FiledDocument::fromItem)
            .orElseThrow(() -> new IllegalStateException("a file without document"));
    FiledDocument after = document.answeringNothing();
    List<Write> writes = new ArrayList<>();
    if (last && item.state().isStarted()) {
      writes.addAll(Arrival.takeBack(engagement, item));
    } else {
      writes.add(
          Write.check(RequestKeys.requestItem(file.item()), Condition.revision(item.revision())));
    }
    writes.add(new Write.Delete(file.key(), Condition.present()));
    writes.add(after.save());
    writes.add(
        reach
            .recorder(ids)
            .by(reach.allows(Action.REQUEST) ? reach.actor() : reach.asReader())
            .record(
                new FileDetached(
                    new NamedEngagement(engagement.path(), engagement.name()),
                    item.id(),
                    new NamedDocument(
                        Folder.fromItem(items.require(in)).named(),
                        file.document().document(),
                        document.shared().name()))));
    table.write(writes);
  }

  private List<ItemFile> files(RequestItemPath path) {
    Query all =
        Query.of(Query.Index.TABLE, RequestKeys.ofEngagement(path.engagement()))
            .prefix(RequestKeys.filesOf(path.item()))
            .consistently();
    return table.all(all).stream().map(ItemFile::fromItem).toList();
  }
}
