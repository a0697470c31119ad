package clientportal.notifications;

import clientportal.access.Caller;
import clientportal.access.decision.Action;
import clientportal.access.decision.Affiliation;
import clientportal.access.decision.Decision;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Verdict;
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

/**
 * Lists a person's notices in all firms, without names that the person can no longer see. What
 * happened where they belong no more is left out.
 */
record ListNotices(Table table, Clock clock) {
  /** One page of notices, newest first. */
  record Listed(List<Notice> notices, Page page) {}

  Listed handle(Caller caller, Paging paging) {
    Query newestFirst = Query.of(Query.Index.TABLE, TableKeys.inbox(caller.person())).backwards();
    Page page = table.query(paging.apply(newestFirst));
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
    List<Notice> shown =
        notices.stream()
            .filter(notice -> belongs(affiliation(caller, notice, items), now))
            .map(notice ->
                notice.isOpenTo(affiliation(caller, notice, items), items, now)
                    ? notice
                    : notice.withoutNames())
            .toList();
    return new Listed(shown, page);
  }

  /** Tells whether the person is staff of the firm, or the client or a contact, now. */
  private static boolean belongs(Affiliation affiliation, Instant now) {
    return Decision.decide(affiliation, Action.READ_NOTICES, Grants.NONE, now) == Verdict.ALLOWED;
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
