package clientportal.delivery;

import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;

/**
 * Documents that may have moved between their keys while the items of notices were read, and group
 * notes of which the parts may have been read in two moments.
 */
public record MovingDocuments(Table table) {
  /** How many of them one transaction reads; each has two keys. */
  private static final int TOGETHER = 50;

  /** Returns the items with those of these notices, read again. */
  public Items readAgain(List<Notice> notices, Items items) {
    List<List<Key>> moving =
        notices.stream().map(notice -> notice.subject().movingKeys()).distinct().toList();
    Items found = items;
    for (int from = 0; from < moving.size(); from += TOGETHER) {
      int to = Math.min(from + TOGETHER, moving.size());
      List<Key> keys = moving.subList(from, to).stream().flatMap(List::stream).toList();
      found = found.with(keys, table.readSnapshot(keys));
    }
    return found;
  }
}
