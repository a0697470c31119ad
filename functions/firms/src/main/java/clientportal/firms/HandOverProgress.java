package clientportal.firms;

import clientportal.access.events.Actor;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The last hand-over from a staff member: everything that they are responsible for passes to
 * another one, in steps.
 *
 * @param by who began it, in whose name everything passes on
 * @param passedOn how much has passed to the successor
 * @param step the number of the present step; it grows with every step and every further hand-over
 *     from the same staff member
 */
record HandOverProgress(
    FirmId firm,
    StaffId from,
    StaffId to,
    Status status,
    Actor by,
    Instant startedAt,
    Optional<Instant> endedAt,
    long passedOn,
    long step) {
  private static final String PASSED_ON = "passedOn";

  /** How far a hand-over has come. */
  enum Status {
    RUNNING,
    COMPLETED,
    /** The successor no longer works for the firm; what is left stays where it is. */
    STOPPED;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Status of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  /** Begins a hand-over, after an earlier one from the same staff member if there was one. */
  static HandOverProgress begin(
      FirmId firm,
      StaffId from,
      StaffId to,
      Actor by,
      Instant now,
      Optional<HandOverProgress> earlier) {
    return new HandOverProgress(
        firm,
        from,
        to,
        Status.RUNNING,
        by,
        now,
        Optional.empty(),
        0,
        earlier.map(HandOverProgress::step).orElse(0L) + 1);
  }

  boolean isRunning() {
    return status == Status.RUNNING;
  }

  /** Tells whether this is the step that is to be made now. */
  boolean isAt(long number) {
    return isRunning() && step == number;
  }

  /** Goes on to the next step. */
  HandOverProgress next() {
    return at(status, endedAt);
  }

  HandOverProgress end(Status ended, Instant now) {
    return at(ended, Optional.of(now));
  }

  private HandOverProgress at(Status other, Optional<Instant> end) {
    return new HandOverProgress(firm, from, to, other, by, startedAt, end, passedOn, step + 1);
  }

  /** Puts a hand-over that has just begun in the place of the earlier one. */
  Write replace(Optional<HandOverProgress> earlier) {
    return new Write.Put(
        toItem(), earlier.map(is -> Condition.revision(is.step())).orElse(Condition.absent()));
  }

  /** Requires that no hand-over from a staff member is under way. */
  static Write isNotRunning(FirmId firm, StaffId from) {
    return Write.check(
        TableKeys.handOver(firm, from), Condition.different("status", Status.RUNNING.text()));
  }

  /** Saves a step that follows the stored one. */
  Write save() {
    return Write.update(TableKeys.handOver(firm, from))
        .set(
            Fields.of()
                .with("status", status.text())
                .with("endedAt", endedAt)
                .with(Item.REVISION, step)
                .build())
        .when(Condition.revision(step - 1));
  }

  /** Counts what passes on in the same transaction, which is a part of the present step. */
  Write count() {
    return Write.update(TableKeys.handOver(firm, from))
        .add(PASSED_ON, 1)
        .when(Condition.revision(step));
  }

  Item toItem() {
    return Fields.of()
        .with("to", to.value())
        .with("status", status.text())
        .with("by", by.toFields())
        .with("startedAt", startedAt)
        .with("endedAt", endedAt)
        .with(PASSED_ON, passedOn)
        .with(Item.REVISION, step)
        .at(TableKeys.handOver(firm, from));
  }

  static HandOverProgress fromItem(Item item) {
    Fields fields = item.fields();
    return new HandOverProgress(
        TableKeys.firmOf(item.key()),
        TableKeys.handedOverBy(item.key()),
        new StaffId(fields.text("to")),
        Status.of(fields.text("status")),
        Actor.fromFields(fields.map("by")),
        fields.instant("startedAt"),
        fields.optionalInstant("endedAt"),
        fields.number(PASSED_ON),
        fields.number(Item.REVISION));
  }
}
