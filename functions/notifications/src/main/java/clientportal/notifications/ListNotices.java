package clientportal.notifications;

import clientportal.access.Caller;
import clientportal.access.decision.Affiliation;
import clientportal.access.keys.TableKeys;
import clientportal.delivery.MovingDocuments;
import clientportal.delivery.Notice;
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

/**
 * Lists a person's notices in all firms, with present names, and without names that the person can
 * no longer see. Notices of firms and clients that they no longer belong to are left out, and in
 * the portal UI those that they get as staff.
 */
record ListNotices(Table table, Clock clock) {
  /** A notice, and whether the person has read it. */
  record Shown(Notice notice, boolean read) {
    /** Returns it as somebody sees it, who may have lost sight of what it is about. */
    private Shown as(Affiliation affiliation, Items items, Instant now) {
      return new Shown(
          notice.isOpenTo(affiliation, items, now) ? notice.named(items) : notice.withoutNames(),
          read);
    }
  }

  /** One page of notices, newest first. */
  record Listed(List<Shown> notices, Page page) {}

  Listed handle(Caller caller, Paging paging) {
    Query newestFirst = Query.of(Query.Index.TABLE, TableKeys.inbox(caller.person())).backwards();
    Page page = table.page(paging.apply(newestFirst));
    List<Notice> notices = page.items().stream().map(Notice::fromItem).toList();
    Belonging belonging = new Belonging(caller);
    List<Key> keys = new ArrayList<>(List.of(caller.sessionKey()));
    for (Notice notice : notices) {
      keys.addAll(belonging.keys(notice));
      keys.addAll(notice.keys());
    }
    Items read = table.read(keys);
    caller.requireSession(read);
    Instant now = clock.instant();
    belonging.requireSession(notices, read, table, now);
    List<Notice> missing =
        notices.stream()
            .filter(notice -> notice.subject().isMissing(belonging.of(notice, read), read, now))
            .toList();
    Items items = new MovingDocuments(table).readAgain(missing, read);
    List<Shown> shown =
        page.items().stream()
            .map(item -> new Shown(Notice.fromItem(item), Notice.isRead(item)))
            .filter(each -> belonging.holds(each.notice(), items, now))
            .map(each -> each.as(belonging.of(each.notice(), items), items, now))
            .toList();
    return new Listed(shown, page);
  }
}
