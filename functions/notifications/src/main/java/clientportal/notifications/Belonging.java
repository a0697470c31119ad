package clientportal.notifications;

import clientportal.access.Caller;
import clientportal.access.decision.Action;
import clientportal.access.decision.Affiliation;
import clientportal.access.decision.Decision;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Link;
import clientportal.access.decision.Role;
import clientportal.access.decision.Verdict;
import clientportal.access.ids.FirmId;
import clientportal.access.records.Affiliations;
import clientportal.delivery.Notice;
import clientportal.delivery.Subject;
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
    return Stream.concat(
            Affiliations.keys(notice.firm(), notice.client(), caller.person()).stream(),
            notice.subject().memberKeys().stream())
        .distinct()
        .toList();
  }

  /** Returns what the person is to the firm and the client or portal that a notice is about. */
  Affiliation of(Notice notice, Items items) {
    Affiliation is = affiliation(notice, items);
    return caller.signIn().isForStaff() ? is : new Affiliation(Optional.empty(), is.link());
  }

  private Affiliation affiliation(Notice notice, Items items) {
    Affiliation is = Affiliations.of(notice.firm(), notice.client(), caller.person(), items);
    return switch (notice.subject()) {
      case Subject.OfPortal portal ->
          new Affiliation(
              is.membership(),
              Affiliations.member(notice.firm(), caller.person(), items)
                  .flatMap(member -> portal.capacity(member, items))
                  .map(capacity -> new Link(List.of(capacity))));
      case Subject _ -> is;
    };
  }

  /** Tells whether the person is staff of the firm, or the client, a contact or a member, now. */
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
