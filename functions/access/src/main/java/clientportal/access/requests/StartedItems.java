package clientportal.access.requests;

import clientportal.access.ids.DocumentId;
import clientportal.access.keys.RequestItemPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.records.Engagement;
import clientportal.access.records.ItemFile;
import clientportal.access.records.ReminderPlan;
import clientportal.access.records.RequestItem;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Optional;

/**
 * Keeps an item started while a file of its round is there. A file that is not the first one does
 * not write the item when it arrives, so that others need not wait for it; if the last one before
 * it is detached at that moment, the item would be without a start.
 */
public record StartedItems(Table table) {

  /** Starts an item that is not started although a document counts as its file. */
  public void verify(RequestItemPath path, DocumentId document) {
    Attempts.run(() -> attempt(path, document));
  }

  /**
   * Does what follows once a file has arrived that need not be the first one: it keeps the item
   * started, and its assignee is not reminded for a while.
   */
  public void arrived(RequestItemPath path, DocumentId document) {
    verify(path, document);
    Key item = RequestKeys.requestItem(path);
    Key row = RequestKeys.file(path, document);
    Items items = table.read(List.of(item, row));
    RequestItem asked = RequestItem.fromItem(items.require(item));
    items
        .at(row)
        .map(ItemFile::fromItem)
        .filter(file -> !file.late())
        .map(file -> file.by().at())
        // The item itself says when the first one arrived.
        .filter(at -> asked.state().startedAt().filter(at::isAfter).isPresent())
        .ifPresent(at ->
            table.tryWrite(List.of(ReminderPlan.active(path.engagement(), asked.assignee(), at))));
  }

  private void attempt(RequestItemPath path, DocumentId document) {
    Key item = RequestKeys.requestItem(path);
    Key engagement = RequestKeys.engagement(path.engagement());
    Key row = RequestKeys.file(path, document);
    Items items = table.read(List.of(item, engagement, row));
    Optional<ItemFile> file = items.at(row).map(ItemFile::fromItem).filter(is -> !is.late());
    List<Write> writes =
        file.map(counted ->
                Arrival.of(
                        Engagement.fromItem(items.require(engagement)),
                        RequestItem.fromItem(items.require(item)),
                        counted.round(),
                        counted.by())
                    .writes())
            .orElse(List.of());
    if (!writes.isEmpty()) {
      table.write(writes);
    }
  }
}
