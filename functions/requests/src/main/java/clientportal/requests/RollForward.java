package clientportal.requests;

import clientportal.access.ids.EngagementId;
import clientportal.access.ids.ItemId;
import clientportal.access.records.RequestItem;
import clientportal.access.records.RequestItem.ShowIf;
import clientportal.access.records.RequestItem.Wanted;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.Ids;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How an engagement takes over what was asked for in an earlier one of the client.
 *
 * @param months by how many months periods and due dates are later
 * @param withoutNotApplicable whether what did not apply is left out
 */
record RollForward(EngagementId from, int months, boolean withoutNotApplicable) {
  private static final int YEAR = 12;
  private static final int MOST_MONTHS = 24;

  private static final Shape<EngagementId> ENGAGEMENT_ID =
      json -> {
        try {
          return new EngagementId(Shape.string(json));
        } catch (IllegalArgumentException _) {
          throw new Shape.Mismatch(Fault.Code.FORMAT, "must be the id of an engagement");
        }
      };

  static RollForward read(Input input) {
    Field<EngagementId> from = input.required("engagementId", ENGAGEMENT_ID);
    Field<Optional<Integer>> months =
        input.optional("months", json -> Math.toIntExact(Shape.number(1, MOST_MONTHS).read(json)));
    Field<List<String>> without =
        input.has("without")
            ? input.values("without", 1, Shape.oneOf(Set.of("not-applicable")))
            : Field.of(List.of());
    return input.build(
        () -> new RollForward(from.get(), months.get().orElse(YEAR), !without.get().isEmpty()));
  }

  /**
   * Returns the items to prepare, in their order, without drafts and what was cancelled. What
   * depended on a question that is left out is asked without a condition if it was asked, and left
   * out if it was hidden.
   *
   * @param empty the engagement that takes them over
   */
  List<RequestItem> items(WholeEngagement earlier, WholeEngagement empty, Ids ids) {
    Map<ItemId, ItemId> taken = new LinkedHashMap<>();
    for (RequestItem item : earlier.items()) {
      if (isTaken(item)) {
        taken.put(item.id(), new ItemId(ids.next()));
      }
    }
    boolean shrinks = true;
    while (shrinks) {
      shrinks =
          taken
              .keySet()
              .removeIf(
                  id -> earlier.item(id).filter(item -> isLost(item, taken.keySet())).isPresent());
    }
    List<Long> ranks = empty.ranksAtTheEnd(taken.size());
    List<RequestItem> items = new ArrayList<>();
    for (RequestItem item : earlier.items()) {
      Optional.ofNullable(taken.get(item.id()))
          .ifPresent(id ->
              items.add(
                  item.again(
                      empty.path().item(id),
                      wanted(item.wanted(), taken),
                      item.dueOn().map(due -> due.plusMonths(months)),
                      ranks.get(items.size()))));
    }
    return items;
  }

  private boolean isTaken(RequestItem item) {
    return switch (item.status()) {
      case DRAFT, CANCELLED -> false;
      case NOT_APPLICABLE -> !withoutNotApplicable;
      case OPEN, SUBMITTED, ACCEPTED -> true;
    };
  }

  private static boolean isLost(RequestItem item, Set<ItemId> taken) {
    return item.state().hidden()
        && item.wanted().showIf().filter(on -> !taken.contains(on.item())).isPresent();
  }

  private Wanted wanted(Wanted before, Map<ItemId, ItemId> taken) {
    return new Wanted(
        before.name(),
        before.description(),
        before.kind(),
        before.required(),
        before.accepts(),
        before.choices(),
        before.period().map(period -> Periods.later(period, months)),
        before
            .showIf()
            .filter(on -> taken.containsKey(on.item()))
            .map(on -> new ShowIf(Objects.requireNonNull(taken.get(on.item())), on.is())));
  }
}
