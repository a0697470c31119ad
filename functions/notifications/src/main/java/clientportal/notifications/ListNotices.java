package clientportal.notifications;

import clientportal.access.decision.Affiliation;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Links;
import clientportal.access.records.Memberships;
import clientportal.platform.http.Paging;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lists a person's notices in all firms, without names that the person can no longer see. */
record ListNotices(Table table, Clock clock) {
  /** One page of notices, newest first. */
  record Listed(List<Notice> notices, Page page) {}

  Listed handle(PersonId caller, Paging paging) {
    Query newestFirst = Query.of(Query.Index.TABLE, TableKeys.inbox(caller)).backwards();
    Page page = table.query(paging.apply(newestFirst));
    List<Notice> notices = page.items().stream().map(Notice::fromItem).toList();
    List<Key> keys = new ArrayList<>();
    for (Notice notice : notices) {
      keys.add(TableKeys.membership(notice.firm(), caller));
      notice.client().map(path -> TableKeys.link(path, caller)).ifPresent(keys::add);
      keys.addAll(notice.subject());
    }
    Items items = table.read(keys);
    Instant now = clock.instant();
    List<Notice> shown =
        notices.stream()
            .map(notice ->
                notice.isOpenTo(affiliation(caller, notice, items), items, now)
                    ? notice
                    : notice.withoutNames())
            .toList();
    return new Listed(shown, page);
  }

  private static Affiliation affiliation(PersonId caller, Notice notice, Items items) {
    return new Affiliation(
        items.at(TableKeys.membership(notice.firm(), caller)).map(Memberships::fromItem),
        notice
            .client()
            .flatMap(path -> items.at(TableKeys.link(path, caller)))
            .map(Links::fromItem));
  }
}
