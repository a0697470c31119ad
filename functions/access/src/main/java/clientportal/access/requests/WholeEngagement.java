package clientportal.access.requests;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.ItemId;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.records.AssignedRequest;
import clientportal.access.records.By;
import clientportal.access.records.Engagement;
import clientportal.access.records.EngagementStatus;
import clientportal.access.records.ItemStatus;
import clientportal.access.records.Progress;
import clientportal.access.records.RequestItem;
import clientportal.access.records.RequestItem.ShowIf;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An engagement with all its items, in their order. What is done to it is done wholly or not at
 * all.
 *
 * <p>An item may depend on the answer to another one, and is hidden while that answer is not given,
 * or while the other one is hidden itself. After each action it is decided anew which items are
 * hidden. A hidden item keeps its state, but is not asked of anybody and does not count.
 */
public record WholeEngagement(Engagement engagement, List<RequestItem> items) {

  /** An action on one item. */
  public record Step(ItemId item, ItemAction action) {}

  public WholeEngagement {
    items = items.stream().sorted(RequestItem.IN_ORDER).toList();
  }

  /**
   * Reads the items of an engagement that was read before, all as they were at that moment: every
   * change of them but the arrival of a file raises the revision of the engagement.
   *
   * @throws ConflictException if the engagement has changed meanwhile
   */
  public static WholeEngagement read(Engagement engagement, Table table) {
    List<RequestItem> items = items(engagement.path(), table);
    Engagement now = Engagement.fromItem(table.require(RequestKeys.engagement(engagement.path())));
    if (now.revision() != engagement.revision()) {
      throw new ConflictException("the engagement is being changed");
    }
    return new WholeEngagement(engagement, items);
  }

  /** Reads the items of an engagement in their order; they may not all be of one moment. */
  public static List<RequestItem> items(EngagementPath path, Table table) {
    Query all =
        Query.of(Query.Index.TABLE, RequestKeys.ofEngagement(path))
            .prefix(RequestKeys.ITEM_PREFIX)
            .consistently();
    return table.all(all).stream().map(RequestItem::fromItem).sorted(RequestItem.IN_ORDER).toList();
  }

  public Optional<RequestItem> item(ItemId id) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst();
  }

  public Progress progress() {
    return Progress.of(items);
  }

  // ---- Items ----

  /** Does something to each of several items. */
  public Outcome apply(List<Step> steps, By by) {
    if (engagement.status() != EngagementStatus.OPEN) {
      return ended();
    }
    Map<ItemId, RequestItem> all = byId();
    boolean changes = false;
    for (Step step : steps) {
      RequestItem item = require(all, step.item());
      switch (ItemRules.apply(item, step.action(), by)) {
        case ItemOutcome.Same _ -> {}
        case ItemOutcome.Changed(RequestItem other) -> {
          all.put(item.id(), other);
          changes = true;
        }
        case ItemOutcome.Gone _ -> {
          all.remove(item.id());
          changes = true;
        }
        case ItemOutcome.Refused(String instead) -> {
          return Outcome.Refused.because(item.id(), item.status(), instead);
        }
        case ItemOutcome.TooOften(String detail) -> {
          return new Outcome.Full(detail);
        }
      }
    }
    Optional<ShowIf> lost = dependsOnNothing(all);
    if (lost.isPresent()) {
      return Outcome.Refused.because(
          lost.get().item(), ItemStatus.DRAFT, "Others depend on it. Cancel them too.");
    }
    if (!changes) {
      return new Outcome.Same();
    }
    return steps.stream().anyMatch(step -> step.action().addsText())
        ? withMoreText(all.values())
        : changed(engagement, all.values());
  }

  /**
   * Changes items that may have more text than before. Only such a change can be one too many: all
   * others fit in a transaction however much text there is, so an engagement can always be ended.
   */
  private Outcome withMoreText(Collection<RequestItem> others) {
    long bytes = textBytes(others);
    return bytes > RequestItem.MOST_TEXT && bytes > textBytes(items)
        ? new Outcome.Full(
            "The items of an engagement have at most %d KB of text; they would have %d."
                .formatted(RequestItem.MOST_TEXT / 1024, (bytes + 1023) / 1024))
        : changed(engagement, others);
  }

  private static long textBytes(Collection<RequestItem> items) {
    return items.stream().mapToLong(RequestItem::textBytes).sum();
  }

  private static RequestItem require(Map<ItemId, RequestItem> all, ItemId id) {
    @Nullable RequestItem item = all.get(id);
    if (item == null) {
      throw new IllegalArgumentException("no item " + id + " in the engagement");
    }
    return item;
  }

  private static Optional<ShowIf> dependsOnNothing(Map<ItemId, RequestItem> all) {
    return all.values().stream()
        .flatMap(item -> item.wanted().showIf().stream())
        .filter(condition -> !all.containsKey(condition.item()))
        .findFirst();
  }

  /** Returns the ranks of a number of items that are added at the end. */
  public List<Long> ranksAtTheEnd(int number) {
    List<Long> ranks = new ArrayList<>();
    long last = engagement.lastRank();
    for (int i = 0; i < number; i++) {
      last = Ranks.after(last);
      ranks.add(last);
    }
    return ranks;
  }

  /** Adds items, which nobody has written yet. */
  public Outcome add(List<RequestItem> others) {
    if (engagement.status() != EngagementStatus.OPEN) {
      return ended();
    }
    Map<ItemId, RequestItem> all = byId();
    others.forEach(item -> all.put(item.id(), item));
    if (all.size() > RequestItem.MOST) {
      return new Outcome.Full(
          "An engagement has at most %d items; it would have %d."
              .formatted(RequestItem.MOST, all.size()));
    }
    Optional<Outcome> full = tooManyAssignees(all.values());
    if (full.isPresent()) {
      return full.get();
    }
    return others.isEmpty() ? new Outcome.Same() : withMoreText(all.values());
  }

  /**
   * The place of an item.
   *
   * @param after the item behind which it stands; the first place if there is none
   */
  public record Place(Optional<ItemId> after) {}

  /**
   * Changes what is asked for in an item, its assignee, its due date, or its place among the
   * others. What depends on the answer to a question has the assignee of the question. An item
   * changes hands only as long as nothing of it has arrived, so that nobody reads what somebody
   * else has answered.
   *
   * @param other the item with what is asked for in it, and by when
   * @param assignee who is asked for it
   */
  public Outcome update(
      RequestItem other, Recipient.Party assignee, Optional<Place> place, Instant now) {
    if (engagement.status() != EngagementStatus.OPEN) {
      return ended();
    }
    RequestItem item = require(byId(), other.id());
    boolean changesHands = !assignee.equals(item.assignee());
    if ((changesHands || !other.equals(item)) && isClosed(item)) {
      return Outcome.Refused.because(item.id(), item.status(), "It is settled. Reopen it first.");
    }
    Map<ItemId, RequestItem> all = byId();
    all.put(other.id(), other);
    if (changesHands) {
      if (item.wanted().showIf().isPresent()) {
        return Outcome.Refused.because(
            item.id(),
            item.status(),
            "It depends on a question. Ask the question of them instead.");
      }
      for (ItemId id : withDependants(item.id())) {
        RequestItem moved = require(all, id);
        if (!moved.isUntouched()) {
          return Outcome.Refused.because(
              id, moved.status(), "Something was said of it. Cancel it, and ask anew.");
        }
        all.put(id, moved.assignedTo(assignee, now));
      }
    }
    List<RequestItem> order = List.copyOf(all.values());
    List<RequestItem> others = place.map(to -> moved(order, other.id(), to.after())).orElse(order);
    if (others.equals(items)) {
      return new Outcome.Same();
    }
    return tooManyAssignees(others).orElseGet(() -> withMoreText(others));
  }

  private static boolean isClosed(RequestItem item) {
    return item.status() == ItemStatus.ACCEPTED || item.status() == ItemStatus.CANCELLED;
  }

  /** Returns an item and all that depend on its answer, or on the answer to one of these. */
  private Set<ItemId> withDependants(ItemId id) {
    Set<ItemId> all = new LinkedHashSet<>(Set.of(id));
    boolean grows = true;
    while (grows) {
      grows =
          all.addAll(
              items.stream()
                  .filter(item ->
                      item.wanted().showIf().filter(on -> all.contains(on.item())).isPresent())
                  .map(RequestItem::id)
                  .toList());
    }
    return all;
  }

  private static Optional<Outcome> tooManyAssignees(Collection<RequestItem> items) {
    return items.stream().map(RequestItem::assignee).distinct().count() > RequestItem.MOST_ASSIGNEES
        ? Optional.of(
            new Outcome.Full(
                "At most %d recipients are asked for something in an engagement."
                    .formatted(RequestItem.MOST_ASSIGNEES)))
        : Optional.empty();
  }

  /** Moves an item behind another one, or to the first place if there is none. */
  private static List<RequestItem> moved(
      List<RequestItem> items, ItemId id, Optional<ItemId> after) {
    List<RequestItem> order =
        new ArrayList<>(items.stream().filter(item -> !item.id().equals(id)).toList());
    int place = after.map(other -> place(order, other) + 1).orElse(0);
    order.add(place, require(byId(items), id));
    return order.equals(items) ? items : ranked(order, place);
  }

  private static int place(List<RequestItem> items, ItemId id) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).id().equals(id)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no other item " + id + " in the engagement");
  }

  /** Ranks the item at a place between its neighbours, or all of them if there is no room. */
  private static List<RequestItem> ranked(List<RequestItem> order, int place) {
    List<RequestItem> ranked = new ArrayList<>(order);
    long before = place == 0 ? 0 : order.get(place - 1).rank();
    long after = place == order.size() - 1 ? before + 2 * Ranks.STEP : order.get(place + 1).rank();
    Ranks.between(before, after)
        .ifPresentOrElse(
            rank -> ranked.set(place, order.get(place).withRank(rank)),
            () -> {
              for (int i = 0; i < ranked.size(); i++) {
                ranked.set(i, order.get(i).withRank(Ranks.anew(i)));
              }
            });
    return ranked;
  }

  // ---- The engagement ----

  /**
   * Completes the engagement. Optional items that are open are cancelled.
   *
   * @param cancelRest whether all that is open or in review is cancelled, too
   */
  public Outcome complete(boolean cancelRest) {
    return switch (engagement.status()) {
      case COMPLETED -> new Outcome.Same();
      case CANCELLED -> refused("It is cancelled. Reopen it first.");
      case OPEN ->
          !cancelRest && items.stream().anyMatch(WholeEngagement::isMissing)
              ? refused("Something that is required is open or in review. Settle or cancel it.")
              : changed(
                  engagement.with(EngagementStatus.COMPLETED),
                  each(item ->
                      isAwaited(item) && (cancelRest || item.status() == ItemStatus.OPEN)
                          ? item.with(item.state().cancelled())
                          : item));
    };
  }

  /** Cancels the engagement, and all that is open or in review with it. */
  public Outcome cancel() {
    return switch (engagement.status()) {
      case CANCELLED -> new Outcome.Same();
      case COMPLETED -> refused("It is completed. Reopen it first.");
      case OPEN ->
          changed(
              engagement.with(EngagementStatus.CANCELLED),
              each(item ->
                  isAwaited(item) ? item.with(item.state().cancelledWithEngagement()) : item));
    };
  }

  /** Opens the engagement again; items that were cancelled with it come back as they were. */
  public Outcome reopen() {
    return switch (engagement.status()) {
      case OPEN -> new Outcome.Same();
      case COMPLETED -> changed(engagement.with(EngagementStatus.OPEN), items);
      case CANCELLED ->
          changed(
              engagement.with(EngagementStatus.OPEN),
              each(item ->
                  item.state().cancelledFrom().isPresent()
                      ? item.with(item.state().withEngagementBack())
                      : item));
    };
  }

  /** Changes the name, the due date, the reminders and what is shown of the engagement. */
  public Outcome change(UnaryOperator<Engagement> details) {
    if (engagement.status() != EngagementStatus.OPEN) {
      return ended();
    }
    Engagement other = details.apply(engagement);
    return other.equals(engagement) ? new Outcome.Same() : changed(other, items);
  }

  private static boolean isAwaited(RequestItem item) {
    return item.state().isAsked() && !item.status().isSettled();
  }

  private static boolean isMissing(RequestItem item) {
    return isAwaited(item) && item.wanted().required();
  }

  private List<RequestItem> each(UnaryOperator<RequestItem> change) {
    return items.stream().map(change).toList();
  }

  private Outcome ended() {
    return refused("The engagement has ended. Reopen it first.");
  }

  private Outcome refused(String instead) {
    return Outcome.Refused.because(engagement.status(), instead);
  }

  private Map<ItemId, RequestItem> byId() {
    return byId(items);
  }

  private static Map<ItemId, RequestItem> byId(Collection<RequestItem> items) {
    Map<ItemId, RequestItem> all = new LinkedHashMap<>();
    items.forEach(item -> all.put(item.id(), item));
    return all;
  }

  // ---- What follows from the items ----

  private Outcome changed(Engagement other, Collection<RequestItem> others) {
    Map<ItemId, RequestItem> before = byId();
    List<RequestItem> after =
        hidden(others).stream().map(item -> revised(before.get(item.id()), item)).toList();
    return new Outcome.Changed(
        this,
        new WholeEngagement(
            other.following(after.size(), Progress.of(after), readers(after), lastRank(after)),
            after));
  }

  private static RequestItem revised(@Nullable RequestItem before, RequestItem item) {
    return before == null || before.equals(item) ? item : item.withRevision(before.revision() + 1);
  }

  /** Hides the items whose condition is not met, and shows the others. */
  private static List<RequestItem> hidden(Collection<RequestItem> items) {
    Map<ItemId, RequestItem> all = byId(items);
    return items.stream()
        .map(item -> item.with(item.state().withHidden(isHidden(item, all))))
        .toList();
  }

  /** Goes from condition to condition; a condition names an item that was there before. */
  private static boolean isHidden(RequestItem item, Map<ItemId, RequestItem> all) {
    RequestItem at = item;
    for (int i = 0; i <= all.size(); i++) {
      Optional<ShowIf> condition = at.wanted().showIf();
      if (condition.isEmpty()) {
        return false;
      }
      @Nullable RequestItem other = all.get(condition.get().item());
      if (other == null || !other.answerInForce().equals(Optional.of(condition.get().is()))) {
        return true;
      }
      at = other;
    }
    throw new IllegalStateException("the conditions of items form a circle");
  }

  /** Returns those who are asked for something, each since when. */
  private static Grants readers(List<RequestItem> items) {
    Map<Recipient, Instant> since = new LinkedHashMap<>();
    items.stream()
        .filter(item -> item.state().isAsked())
        .flatMap(item -> item.grants().all().stream())
        .sorted(Comparator.comparing(Grant::sharedAt))
        .forEach(grant -> since.putIfAbsent(grant.recipient(), grant.sharedAt()));
    return new Grants(
        since.entrySet().stream()
            .map(reader ->
                new Grant(reader.getKey(), AccessLevel.VIEW, reader.getValue(), Optional.empty()))
            .toList());
  }

  private static long lastRank(List<RequestItem> items) {
    return items.stream().mapToLong(RequestItem::rank).max().orElse(0);
  }

  /** Returns what is asked of each recipient, as lists show it. */
  public List<AssignedRequest> assigned() {
    Map<Recipient.Party, List<RequestItem>> byAssignee = new LinkedHashMap<>();
    items.stream()
        .filter(item -> item.state().isAsked())
        .forEach(
            item -> byAssignee.computeIfAbsent(item.assignee(), _ -> new ArrayList<>()).add(item));
    return byAssignee.entrySet().stream()
        .map(each -> assigned(each.getKey(), each.getValue()))
        .toList();
  }

  private AssignedRequest assigned(Recipient.Party assignee, List<RequestItem> asked) {
    Progress progress = Progress.of(asked).withoutStarted();
    Optional<LocalDate> first =
        asked.stream()
            .filter(item -> item.status() == ItemStatus.OPEN)
            .flatMap(item -> item.dueOn().or(engagement::dueOn).stream())
            .min(Comparator.naturalOrder());
    return new AssignedRequest(
        engagement.path(),
        assignee,
        engagement.name(),
        first,
        progress,
        engagement.status() != EngagementStatus.OPEN || progress.isSettled());
  }

  public EngagementPath path() {
    return engagement.path();
  }
}
