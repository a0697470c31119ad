package clientportal.delivery;

import clientportal.access.events.Event;
import clientportal.platform.table.BusyException;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.DryRunTable;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Finds out what a change would send, by making it on a table that keeps its writes to itself: what
 * is refused, and who is notified, is decided by the change and by those who send. Nothing is
 * written.
 */
public record Previews(Table table, Clock clock) {

  /**
   * A change that was made for a preview.
   *
   * @param result what the change answers
   */
  public record Made<T>(T result, Preview preview) {}

  /**
   * Returns what a change would send.
   *
   * @param change makes it on the table that it gets
   * @throws BusyException if others keep writing what the change reads
   */
  public <T> Made<T> of(Function<Table, T> change) {
    Instant now = clock.instant();
    DryRunTable dry = new DryRunTable(table);
    T result = make(change, dry);
    return new Made<>(result, preview(now, dry));
  }

  private static Preview preview(Instant now, DryRunTable dry) {
    List<Event> events =
        dry.kept().stream()
            .filter(item -> item.fields().has(Event.TYPE))
            .map(Event::fromItem)
            .toList();
    List<PlannedDelivery> deliveries = new ArrayList<>();
    List<Withheld> withheld = new ArrayList<>();
    for (Event event : events) {
      EventPlan plan = EventPlan.of(event, now, dry);
      deliveries.addAll(plan.deliveries());
      withheld.addAll(plan.withheld());
    }
    return new Preview(now, deliveries, withheld);
  }

  /** What others keep writing while it is read cannot be previewed; nothing else is in conflict. */
  private static <T> T make(Function<Table, T> change, DryRunTable dry) {
    try {
      return change.apply(dry);
    } catch (ConflictException conflict) {
      throw new BusyException(String.valueOf(conflict.getMessage()));
    }
  }
}
