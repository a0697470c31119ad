package clientportal.requests;

import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.DocumentsRequested;
import clientportal.access.events.EventData.NamedEngagement;
import clientportal.access.ids.ItemId;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.records.Engagement;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.Outcome;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the use cases that change an engagement have in common. */
final class Changes {
  private Changes() {}

  /** Reads the items of the engagement of the path, once the decision is made. */
  static WholeEngagement whole(EngagementPath path, Reach reach, Table table) {
    return WholeEngagement.read(
        Engagement.fromItem(reach.item(RequestKeys.engagement(path))), table);
  }

  /**
   * Returns the change; empty if it is so already.
   *
   * @throws ProblemException {@code status-conflict}, {@code limit-reached}
   */
  static Optional<Outcome.Changed> require(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Changed changed -> Optional.of(changed);
      case Outcome.Same _ -> Optional.empty();
      case Outcome.Refused(Optional<ItemId> item, String status, String instead) ->
          throw ProblemException.statusConflict(
              status, item.map(id -> "Item " + id + ": " + instead).orElse(instead));
      case Outcome.Full(String detail) ->
          throw new ProblemException(ProblemType.LIMIT_REACHED, detail);
    };
  }

  /**
   * Returns the items that a body names.
   *
   * @param needed what the caller must be allowed to; an item that does not exist and one of others
   *     are the same
   * @throws ProblemException {@code unknown-reference}
   */
  static List<RequestItem> named(
      NamedItems named, Action needed, WholeEngagement whole, Reach reach) {
    List<RequestItem> items = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < named.ids().size(); i++) {
      Optional<RequestItem> item =
          whole.item(named.ids().get(i)).filter(each -> reach.allows(needed, each));
      item.ifPresent(items::add);
      if (item.isEmpty()) {
        faults.add(
            Fault.at(
                named.pointer().formatted(i),
                Fault.Code.UNKNOWN,
                "is no item of the engagement that is open to you"));
      }
    }
    if (!faults.isEmpty()) {
      throw ProblemException.unknownReferences(faults);
    }
    return items;
  }

  /**
   * The ids of items that a body has.
   *
   * @param pointer to an id, with the place of its number
   */
  record NamedItems(List<ItemId> ids, String pointer) {}

  /**
   * Requires that what a request does not find was not changed by the same request, which has just
   * been made.
   */
  static void requireNotRun(Idempotency idempotency, Reach reach, Table table) {
    List<Key> keys = idempotency.keys();
    if (!keys.isEmpty() && idempotency.earlier(table.read(keys), reach.now()).isPresent()) {
      throw new ConflictException("the same request has just been made");
    }
  }

  /** Returns those of the items that a change has made others. */
  static List<RequestItem> changed(List<ItemId> ids, Outcome.Changed changed) {
    return ids.stream()
        .flatMap(id -> changed.after().item(id).stream())
        .filter(item -> !changed.before().item(item.id()).equals(Optional.of(item)))
        .toList();
  }

  /** Returns what happened to items that were hidden and are asked for now, if there are any. */
  static Optional<DocumentsRequested> shown(Outcome.Changed changed) {
    List<RequestItem> shown =
        changed.after().items().stream()
            .filter(item -> item.state().isAsked())
            .filter(item ->
                changed
                    .before()
                    .item(item.id())
                    .filter(before -> before.state().hidden())
                    .isPresent())
            .toList();
    return shown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            // Who is asked for them was asked the question, and invited then if that was needed.
            new DocumentsRequested(
                named(changed.after()),
                ids(shown),
                List.copyOf(Assignees.parties(shown)),
                List.of()));
  }

  static List<ItemId> ids(List<RequestItem> items) {
    return items.stream().map(RequestItem::id).toList();
  }

  /** Returns the items with these ids, in the order of the engagement. */
  static List<RequestItem> items(List<ItemId> ids, WholeEngagement whole) {
    Set<ItemId> wanted = ids.stream().collect(Collectors.toUnmodifiableSet());
    return whole.items().stream().filter(item -> wanted.contains(item.id())).toList();
  }

  static NamedEngagement named(WholeEngagement whole) {
    return new NamedEngagement(whole.path(), whole.engagement().name());
  }
}
