package clientportal.access;

import clientportal.access.ids.Reminders;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import java.util.List;
import java.util.Optional;

/** Reminders in a body, of which all may be left out. */
public record RemindersPatch(
    Optional<Integer> firstAfterDays,
    Optional<Integer> everyDays,
    Optional<List<Integer>> beforeDueDays,
    Optional<Integer> atMost) {
  private static final int MOST_DAYS_BEFORE_DUE = 5;

  /** Reads them; all faults are noted. */
  public static RemindersPatch read(Input input) {
    Field<Optional<Integer>> firstAfterDays = input.optional("firstAfterDays", number(0));
    Field<Optional<Integer>> everyDays = input.optional("everyDays", number(1));
    Field<List<Integer>> beforeDueDays =
        input.has("beforeDueDays")
            ? input.values("beforeDueDays", MOST_DAYS_BEFORE_DUE, number(0))
            : Field.of(List.of());
    Field<Optional<Integer>> atMost = input.optional("atMost", number(0));
    return input.build(() ->
        new RemindersPatch(
            firstAfterDays.get(),
            everyDays.get(),
            input.has("beforeDueDays") ? Optional.of(beforeDueDays.get()) : Optional.empty(),
            atMost.get()));
  }

  private static Shape<Integer> number(int smallest) {
    return json -> Math.toIntExact(Shape.number(smallest, 30).read(json));
  }

  /** Returns the reminders after the patch; what it leaves out stays. */
  public Reminders applyTo(Reminders before) {
    return new Reminders(
        firstAfterDays.orElse(before.firstAfterDays()),
        everyDays.orElse(before.everyDays()),
        beforeDueDays.orElse(before.beforeDueDays()),
        atMost.orElse(before.atMost()));
  }
}
