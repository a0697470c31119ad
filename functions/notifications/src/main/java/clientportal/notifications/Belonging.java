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
import clientportal.delivery.Notice;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a person still belongs to the firms and clients of their notices. In the portal UI they
 * belong to none as staff, who work in the staff UI only.
 */
record Belonging(Caller caller) {
  /** Returns the keys of the items that the other methods need. */
  List<Key> keys(Notice notice) {
    Optional<Key> link = notice.client().map(path -> TableKeys.link(path, caller.person()));
    return Stream.concat(
            Stream.of(TableKeys.membership(notice.firm(), caller.person())), link.stream())
        .toList();
  }

  /** Returns what the person is to the firm and the client that a notice is about. */
  Affiliation of(Notice notice, Items items) {
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

  /** Tells whether the person is staff of the firm, or the client or a contact, now. */
  boolean holds(Notice notice, Items items, Instant now) {
    return Decision.decide(of(notice, items), Action.READ_NOTICES, Grants.NONE, now)
        == Verdict.ALLOWED;
  }

  /**
   * Requires that the person signed in as the firms of their notices demand of staff.
   *
   * @throws ProblemException {@code session-ended}, {@code second-factor-required}
   */
  void requireSession(List<Notice> notices, Items items, Table table, Instant now) {
    Map<FirmId, Role> roles = new HashMap<>();
    for (Notice notice : notices) {
      of(notice, items).staff().ifPresent(member -> roles.put(notice.firm(), member.role()));
    }
    if (!roles.isEmpty()) {
      caller.requireStaffSession(roles, items, table, now);
    }
  }
}
