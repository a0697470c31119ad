package clientportal.notifications;

import clientportal.access.Caller;
import clientportal.access.decision.Affiliation;
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

  Listed handle(Caller caller, Paging paging) {
    Query newestFirst = Query.of(Query.Index.TABLE, TableKeys.inbox(caller.person())).backwards();
    Page page = table.page(paging.apply(newestFirst));
    List<Notice> notices = page.items().stream().map(Notice::fromItem).toList();
    List<Key> keys = new ArrayList<>(List.of(caller.sessionKey()));
    for (Notice notice : notices) {
      keys.add(TableKeys.membership(notice.firm(), caller.person()));
      notice.client().map(path -> TableKeys.link(path, caller.person())).ifPresent(keys::add);
      keys.addAll(notice.subject());
    }
    Items items = table.read(keys);
    caller.requireSession(items);
    Instant now = clock.instant();
    if (notices.stream().anyMatch(each -> affiliation(caller, each, items).staff().isPresent())) {
      caller.requireRecentSignIn(now);
    }
    List<Notice> open =
        new OpenNotices(table, notice -> affiliation(caller, notice, items), now)
            .of(notices, items);
    List<Notice> shown =
        notices.stream()
            .map(notice -> open.contains(notice) ? notice : notice.withoutNames())
            .toList();
    return new Listed(shown, page);
  }

  private static Affiliation affiliation(Caller caller, Notice notice, Items items) {
    return new Affiliation(
        items.at(TableKeys.membership(notice.firm(), caller.person())).map(Memberships::fromItem),
        notice
            .client()
            .flatMap(path -> items.at(TableKeys.link(path, caller.person())))
            .map(Links::fromItem));
  }
}
