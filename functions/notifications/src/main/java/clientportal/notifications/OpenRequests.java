package clientportal.notifications;

import clientportal.access.keys.Holder;
import clientportal.access.keys.RequestKeys;
import clientportal.access.records.AssignedRequest;
import clientportal.access.records.Engagement;
import clientportal.access.records.ItemStatus;
import clientportal.access.records.RequestItem;
import clientportal.delivery.RequestChange;
import clientportal.notifications.mail.ClientInvitationMail.Asked;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of somebody who is invited. Their invitation names it, and is their notice of it.
 */
record OpenRequests(Table table) {
  /** What is due first comes first, and what is due at no time comes last. */
  private static final Comparator<AssignedRequest> BY_DUE_DATE =
      Comparator.comparing(row -> row.dueOn().orElse(LocalDate.MAX));

  /**
   * Returns what was asked until an instant and is open.
   *
   * @param today in the time zone of the firm
   */
  List<Asked> of(Holder.Party party, Instant until, LocalDate today) {
    Query open =
        Query.of(Query.Index.TABLE, RequestKeys.assigned(party.client(), party.party(), false))
            .prefix(RequestKeys.assignedIn(party.client().client()))
            .consistently();
    return table.all(open).stream()
        .map(AssignedRequest::fromItem)
        .filter(row -> row.progress().open() > 0)
        .sorted(BY_DUE_DATE)
        .flatMap(row -> asked(row, party, until, today).stream())
        .toList();
  }

  private Optional<Asked> asked(
      AssignedRequest row, Holder.Party party, Instant until, LocalDate today) {
    Query all =
        Query.of(Query.Index.TABLE, RequestKeys.ofEngagement(row.path()))
            .prefix(RequestKeys.ITEM_PREFIX)
            .consistently();
    List<RequestItem> items =
        table.all(all).stream()
            .map(RequestItem::fromItem)
            .filter(item -> item.assignee().equals(party.party()))
            .filter(item -> item.state().isAsked() && item.status() == ItemStatus.OPEN)
            .filter(item -> item.state().askedAt().filter(at -> !at.isAfter(until)).isPresent())
            .toList();
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Asked(
                row.name(),
                RequestedContents.of(
                    RequestChange.ASKED,
                    items,
                    table.find(RequestKeys.engagement(row.path())).map(Engagement::fromItem),
                    today,
                    0)));
  }
}
