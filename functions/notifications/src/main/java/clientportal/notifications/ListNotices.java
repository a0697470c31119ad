package clientportal.notifications;

import clientportal.access.Caller;
import clientportal.access.decision.Action;
import clientportal.access.decision.Affiliation;
import clientportal.access.decision.Decision;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Role;
import clientportal.access.decision.Verdict;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Links;
import clientportal.access.records.Memberships;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists a person's notices in all firms, with present names, and without names that the person can
 * no longer see. Notices of firms and clients that they no longer belong to are left out, and in
 * the portal UI those that they get as staff, who work in the staff UI only.
 */
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
      keys.addAll(notice.keys());
    }
    Items read = table.read(keys);
    caller.requireSession(read);
    Instant now = clock.instant();
    Map<FirmId, Role> roles = roles(caller, notices, read);
    if (!roles.isEmpty()) {
      caller.requireStaffSession(roles, read, table, now);
    }
    List<Notice> missing =
        notices.stream()
            .filter(
                notice -> notice.subject().isMissing(affiliation(caller, notice, read), read, now))
            .toList();
    Items items = new MovingDocuments(table).readAgain(missing, read);
    List<Notice> shown =
        notices.stream()
            .filter(notice -> belongs(affiliation(caller, notice, items), now))
            .map(notice ->
                notice.isOpenTo(affiliation(caller, notice, items), items, now)
                    ? notice.named(items)
                    : notice.withoutNames())
            .toList();
    return new Listed(shown, page);
  }

  /** Returns the caller's role in the firms that they work for. */
  private static Map<FirmId, Role> roles(Caller caller, List<Notice> notices, Items items) {
    Map<FirmId, Role> roles = new HashMap<>();
    for (Notice notice : notices) {
      affiliation(caller, notice, items)
          .staff()
          .ifPresent(member -> roles.put(notice.firm(), member.role()));
    }
    return roles;
  }

  /** Tells whether the person is staff of the firm, or the client or a contact, now. */
  private static boolean belongs(Affiliation affiliation, Instant now) {
    return Decision.decide(affiliation, Action.READ_NOTICES, Grants.NONE, now) == Verdict.ALLOWED;
  }

  private static Affiliation affiliation(Caller caller, Notice notice, Items items) {
    return new Affiliation(
        items
            .at(TableKeys.membership(notice.firm(), caller.person()))
            .filter(_ -> caller.signIn().isForStaff())
            .map(Memberships::fromItem),
        notice
            .client()
            .flatMap(path -> items.at(TableKeys.link(path, caller.person())))
            .map(Links::fromItem));
  }
}
