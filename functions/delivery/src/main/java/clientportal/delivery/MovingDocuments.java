package clientportal.delivery;

import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;

/** Documents that may have moved between their keys while the items of notices were read. */
public record MovingDocuments(Table table) {
  /** How many documents one transaction reads; each has two keys. */
  private static final int TOGETHER = 50;

  /** Returns the items with the documents of these notices, read again. */
  public Items readAgain(List<Notice> notices, Items items) {
    List<List<Key>> documents =
        notices.stream().map(notice -> notice.subject().documentKeys()).distinct().toList();
    Items found = items;
    for (int from = 0; from < documents.size(); from += TOGETHER) {
      int to = Math.min(from + TOGETHER, documents.size());
      List<Key> keys = documents.subList(from, to).stream().flatMap(List::stream).toList();
      found = found.with(keys, table.readSnapshot(keys));
    }
    return found;
  }
}
