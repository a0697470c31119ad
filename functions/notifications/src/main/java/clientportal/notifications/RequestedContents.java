package clientportal.notifications;

import clientportal.access.records.Engagement;
import clientportal.access.records.RequestItem;
import clientportal.access.records.RequestItem.Review;
import clientportal.delivery.RequestChange;
import clientportal.notifications.mail.RequestedItems;
import clientportal.notifications.mail.RequestedItems.Due;
import clientportal.notifications.mail.RequestedItems.Named;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a mail says of items of an engagement, as they are now; never what was answered. */
final class RequestedContents {
  /** The most items that a line names. */
  private static final int MOST_NAMED = 10;

  private RequestedContents() {}

  /**
   * Counts and names items.
   *
   * @param today in the time zone of the firm
   * @param reminders how often their assignee was reminded
   */
  static RequestedItems of(
      RequestChange change,
      Collection<RequestItem> items,
      Optional<Engagement> engagement,
      LocalDate today,
      int reminders) {
    List<RequestItem> ordered = items.stream().sorted(RequestItem.IN_ORDER).toList();
    int answers =
        Math.toIntExact(ordered.stream().filter(item -> item.wanted().isQuestion()).count());
    return new RequestedItems(
        change,
        ordered.size() - answers,
        answers,
        ordered.stream()
            .flatMap(item -> item.dueOn().or(() -> engagement.flatMap(Engagement::dueOn)).stream())
            .min(Comparator.naturalOrder())
            .map(on -> new Due(on, on.getYear() != today.getYear())),
        ordered.stream().limit(MOST_NAMED).map(item -> named(item, change)).toList(),
        reminders);
  }

  private static Named named(RequestItem item, RequestChange change) {
    Optional<Review> sentBack =
        item.reviews().isEmpty() || change != RequestChange.ASKED_AGAIN
            ? Optional.empty()
            : Optional.of(item.reviews().getLast()).filter(last -> last.verdict().sendsBack());
    String name = item.wanted().name();
    return new Named(
        item.wanted().period().map(period -> name + " (" + period + ")").orElse(name),
        sentBack.flatMap(Review::code),
        sentBack.flatMap(Review::reason));
  }
}
