package clientportal.firms;

import clientportal.access.events.EventData;
import clientportal.access.events.EventData.HandOverCompleted;
import clientportal.access.events.EventData.HandOverContinued;
import clientportal.access.events.EventData.HandOverStopped;
import clientportal.access.events.EventData.Subscription.HandOvers;
import clientportal.access.events.Recorder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.StaffMember;
import clientportal.delivery.EventMessage;
import clientportal.firms.HandOverProgress.Status;
import clientportal.platform.Ids;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Makes one step of a hand-over: passes on some of what is left, each thing in a transaction of its
 * own, and has the next step follow, or ends. What has passed on is not found by a message that
 * comes again, and a message of an earlier step does nothing.
 */
record ContinueHandOver(Table table, Ids ids, Clock clock) {
  /** How much passes on in one step. */
  static final int STEP = 50;

  void handle(EventMessage message) {
    message.read(table).map(event -> event.data(HandOvers.class)).ifPresent(this::step);
  }

  private void step(HandOvers due) {
    boolean present =
        table
            .find(TableKeys.handOver(due.firm(), due.staff()))
            .map(HandOverProgress::fromItem)
            .filter(progress -> progress.isAt(due.step()))
            .isPresent();
    if (!present) {
      return;
    }
    Page left = table.page(Responsibility.of(due.firm(), due.staff()).limit(STEP));
    boolean goesOn =
        left.items().stream().map(Responsibility::of).allMatch(each -> passOn(each, due));
    if (goesOn) {
      finish(due, left.next().isEmpty());
    }
  }

  private boolean passOn(Responsibility each, HandOvers due) {
    return part(
        due,
        List.of(each.key()),
        (progress, items) -> {
          List<Write> passed = each.passOn(due.staff(), due.to(), items, recorder(progress));
          return passed.isEmpty() ? List.of() : and(passed, progress.count());
        });
  }

  /** Ends the step, and with the last one the hand-over. */
  private void finish(HandOvers due, boolean last) {
    part(
        due,
        List.of(),
        (progress, items) -> {
          HandOverProgress after =
              last ? progress.end(Status.COMPLETED, clock.instant()) : progress.next();
          return List.of(after.save(), recorder(progress).record(happened(after, items)));
        });
  }

  private static EventData happened(HandOverProgress progress, Items items) {
    if (progress.isRunning()) {
      return new HandOverContinued(
          progress.firm(), progress.from(), progress.to(), progress.step());
    }
    StaffMember from =
        StaffMember.fromItem(items.require(TableKeys.staff(progress.firm(), progress.from())));
    return new HandOverCompleted(from.holder(), from.name(), progress.to(), progress.passedOn());
  }

  /**
   * Makes a part of the step, while it is the present one and the successor works for the firm; one
   * who does not ends the hand-over. Returns whether it goes on.
   *
   * @param more keys of items that the part depends on
   */
  private boolean part(
      HandOvers due, List<Key> more, BiFunction<HandOverProgress, Items, List<Write>> writes) {
    return Attempts.run(() -> {
      Key key = TableKeys.handOver(due.firm(), due.staff());
      Key successor = TableKeys.staff(due.firm(), due.to());
      List<Key> keys = new ArrayList<>(more);
      keys.addAll(List.of(key, successor, TableKeys.staff(due.firm(), due.staff())));
      Items items = table.read(keys);
      HandOverProgress progress = HandOverProgress.fromItem(items.require(key));
      if (!progress.isAt(due.step())) {
        return false;
      }
      boolean active = StaffMember.fromItem(items.require(successor)).isActive();
      if (!active) {
        stop(progress);
        return false;
      }
      List<Write> part = writes.apply(progress, items);
      if (!part.isEmpty()) {
        table.write(and(part, Write.check(successor, new Condition.Equal("enabled", true))));
      }
      return true;
    });
  }

  private void stop(HandOverProgress progress) {
    table.write(
        List.of(
            progress.end(Status.STOPPED, clock.instant()).save(),
            recorder(progress)
                .record(
                    new HandOverStopped(
                        progress.firm(), progress.from(), progress.to(), progress.passedOn()))));
  }

  private Recorder recorder(HandOverProgress progress) {
    return new Recorder(ids, progress.by(), clock.instant());
  }

  private static List<Write> and(List<Write> writes, Write one) {
    List<Write> all = new ArrayList<>(writes);
    all.add(one);
    return all;
  }
}
