package clientportal.notifications;

import clientportal.access.ids.ItemId;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.RequestKeys;
import clientportal.access.records.Engagement;
import clientportal.access.records.ItemStatus;
import clientportal.access.records.ReminderPlan;
import clientportal.access.records.RequestItem;
import clientportal.delivery.Author;
import clientportal.delivery.Notice;
import clientportal.delivery.RequestChange;
import clientportal.delivery.Subject;
import clientportal.notifications.mail.RequestedItems;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the notices of a digest that are about requests come to when it is sent. Those that say the
 * same of one engagement are one line, about those items of which it still holds: what is asked for
 * is open, what was submitted waits for staff. A line of which nothing holds any more is left out,
 * and so is what was asked for and taken back within the digest. The line of what was submitted
 * includes the uploads that belong to it.
 *
 * @param items read with {@link #keys}
 * @param today in the time zone of the firm
 */
record RequestLines(Holder addressee, Items items, AnsweringUploads uploads, LocalDate today) {

  /** What the notices of one line have in common. */
  private record Line(EngagementPath engagement, RequestChange change, Optional<Author> by) {}

  /**
   * Reads what the notices are about.
   *
   * @param subjects read with the keys of the notices
   */
  static RequestLines read(
      Holder addressee, List<Notice> notices, Items subjects, LocalDate today, Table table) {
    AnsweringUploads uploads = AnsweringUploads.among(notices, subjects);
    List<Key> keys =
        Stream.concat(notices.stream().flatMap(each -> keys(each, addressee)), uploads.keys())
            .distinct()
            .toList();
    return new RequestLines(
        addressee, keys.isEmpty() ? new Items(Map.of()) : table.read(keys), uploads, today);
  }

  private static Stream<Key> keys(Notice notice, Holder addressee) {
    if (!(notice.subject() instanceof Subject.OfRequest(EngagementPath path, var _, var ids))) {
      return Stream.empty();
    }
    Stream<Key> ofItems = ids.stream().map(id -> RequestKeys.requestItem(path.item(id)));
    Stream<Key> settled =
        change(notice) == RequestChange.ACCEPTED ? settled(path, addressee).stream() : Stream.of();
    Stream<Key> reminders =
        change(notice) == RequestChange.UNANSWERED
            ? Stream.of(RequestKeys.reminders(path))
            : Stream.of();
    return Stream.of(Stream.of(RequestKeys.engagement(path)), ofItems, settled, reminders)
        .flatMap(some -> some);
  }

  /** Returns the key of what was asked of the addressee if nothing of it is open any more. */
  private static Optional<Key> settled(EngagementPath path, Holder addressee) {
    return addressee.recipient().map(recipient -> RequestKeys.assigned(path, recipient, true));
  }

  private static RequestChange change(Notice notice) {
    return RequestChange.of(notice.type()).orElseThrow();
  }

  /**
   * Returns the notices, those of requests one for each line: the last of it, about the items of
   * which the line is. Uploads that such a line includes, or that were reviewed, are left out.
   *
   * @param notices oldest first
   */
  List<Notice> fold(List<Notice> notices) {
    Map<Line, Set<ItemId>> lines = new HashMap<>();
    Map<Notice, Line> last = new HashMap<>();
    Set<ItemId> begun = begun(notices);
    Set<ItemId> said = new HashSet<>();
    for (Notice notice : notices.reversed()) {
      if (notice.subject() instanceof Subject.OfRequest request) {
        Line line = line(notice, request);
        if (!lines.containsKey(line)) {
          last.put(notice, line);
        }
        Set<ItemId> left = lines.computeIfAbsent(line, _ -> new HashSet<>());
        request.items().stream()
            .filter(id -> holds(line.change(), request.path(), id))
            .filter(id -> !line.change().takesBack() || !begun.contains(id))
            // An item stands at one place: the newest notice of it says where.
            .filter(id -> line.change() == RequestChange.ACCEPTED || said.add(id))
            .forEach(left::add);
      }
    }
    Set<ItemId> submitted =
        lines.entrySet().stream()
            .filter(line -> line.getKey().change() == RequestChange.SUBMITTED)
            .flatMap(line -> line.getValue().stream())
            .collect(Collectors.toUnmodifiableSet());
    List<Notice> folded = new ArrayList<>();
    for (Notice notice : notices) {
      if (!(notice.subject() instanceof Subject.OfRequest request)) {
        if (!isSaid(notice, submitted)) {
          folded.add(notice);
        }
      } else {
        @Nullable Line line = last.get(notice);
        if (line != null && !lines.getOrDefault(line, Set.of()).isEmpty()) {
          folded.add(notice.about(request.withItems(lines.getOrDefault(line, Set.of()))));
        }
      }
    }
    return folded;
  }

  /** Tells whether a line, which {@link #fold} has left, is of a notice among others. */
  static boolean says(Notice line, Notice notice) {
    return line.id().equals(notice.id())
        || (line.subject() instanceof Subject.OfRequest folded
            && notice.subject() instanceof Subject.OfRequest request
            && line(line, folded).equals(line(notice, request)));
  }

  /** Tells whether an upload belongs to what was submitted, or staff have reviewed it since. */
  private boolean isSaid(Notice notice, Set<ItemId> submitted) {
    return uploads
        .path(notice)
        .flatMap(path -> item(path.engagement(), path.item()))
        .filter(item ->
            (submitted.contains(item.id()) && uploads.isOfPresentRound(notice, item))
                || uploads.isReviewed(notice, item))
        .isPresent();
  }

  private static Line line(Notice notice, Subject.OfRequest request) {
    RequestChange change = change(notice);
    return new Line(
        request.path(), change, Optional.of(notice.by()).filter(_ -> change.isForStaff()));
  }

  /** Returns the items of which the digest would say for the first time that they are there. */
  private static Set<ItemId> begun(List<Notice> notices) {
    Map<ItemId, Boolean> begun = new LinkedHashMap<>();
    for (Notice notice : notices) {
      if (notice.subject() instanceof Subject.OfRequest request) {
        request.items().forEach(id -> begun.putIfAbsent(id, change(notice).begins()));
      }
    }
    return begun.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Tells whether what a notice says of an item is so now, and concerns the addressee. */
  private boolean holds(RequestChange change, EngagementPath path, ItemId id) {
    return item(path, id)
        .filter(item -> item.state().isAsked())
        .filter(item -> isFor(item, addressee))
        .filter(item -> holds(change, item))
        .isPresent();
  }

  private boolean holds(RequestChange change, RequestItem item) {
    ItemStatus status = item.status();
    return switch (change) {
      case ASKED, ASKED_AGAIN, WITHDRAWN -> status == ItemStatus.OPEN;
      case REMINDED, UNANSWERED -> status == ItemStatus.OPEN && item.wanted().required();
      case ACCEPTED -> settled(item.path().engagement(), addressee).flatMap(items::at).isPresent();
      case CANCELLED, ENDED -> status == ItemStatus.CANCELLED;
      case SUBMITTED -> status == ItemStatus.SUBMITTED;
      case NOT_APPLICABLE ->
          item.state().notApplicable().filter(said -> !said.confirmed()).isPresent();
    };
  }

  private static boolean isFor(RequestItem item, Holder addressee) {
    return addressee.recipient().map(item.assignee()::equals).orElse(true);
  }

  private Optional<RequestItem> item(EngagementPath path, ItemId id) {
    return items.at(RequestKeys.requestItem(path.item(id))).map(RequestItem::fromItem);
  }

  /** Returns what a notice that was folded says; empty if it is about no request. */
  Optional<RequestedItems> of(Notice notice) {
    if (!(notice.subject() instanceof Subject.OfRequest(EngagementPath path, var _, var ids))) {
      return Optional.empty();
    }
    RequestChange change = change(notice);
    List<RequestItem> about = ids.stream().flatMap(id -> item(path, id).stream()).toList();
    ReminderPlan plan = ReminderPlan.of(path, items);
    RequestedItems contents =
        RequestedContents.of(
            change,
            about,
            items.at(RequestKeys.engagement(path)).map(Engagement::fromItem),
            today,
            about.stream().mapToInt(item -> plan.of(item.assignee()).sent()).max().orElse(0));
    return Optional.of(
        change == RequestChange.SUBMITTED ? contents.withFiles(uploads.files(about)) : contents);
  }
}
