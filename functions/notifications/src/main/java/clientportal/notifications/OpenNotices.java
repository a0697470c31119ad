package clientportal.notifications;

import clientportal.access.decision.Affiliation;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Tells which notices are open to whom they notify. A document that was read at none of its keys
 * may have moved meanwhile: if a notice would lose its name for that, it is looked for once more.
 */
record OpenNotices(Table table, Function<Notice, Affiliation> affiliations, Instant now) {
  /** How many documents one transaction looks for; each has two keys. */
  private static final int DOCUMENTS = 50;

  /**
   * Returns the notices whose names may be shown.
   *
   * @param items read with {@link Notice#subject}
   */
  List<Notice> of(List<Notice> notices, Items items) {
    List<List<Key>> missing =
        notices.stream()
            .filter(notice -> !isOpen(notice, items))
            .filter(notice -> !affiliations.apply(notice).isStranger())
            .map(Notice::document)
            .filter(keys -> !keys.isEmpty() && items.newest(keys).isEmpty())
            .distinct()
            .toList();
    Items found = lookAgain(missing, items);
    return notices.stream().filter(notice -> isOpen(notice, found)).toList();
  }

  private boolean isOpen(Notice notice, Items items) {
    return notice.isOpenTo(affiliations.apply(notice), items, now);
  }

  private Items lookAgain(List<List<Key>> documents, Items items) {
    Items found = items;
    for (int from = 0; from < documents.size(); from += DOCUMENTS) {
      int to = Math.min(from + DOCUMENTS, documents.size());
      List<Key> keys = documents.subList(from, to).stream().flatMap(List::stream).toList();
      found = found.with(keys, table.readAtOnce(keys));
    }
    return found;
  }
}
