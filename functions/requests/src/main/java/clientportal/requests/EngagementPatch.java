package clientportal.requests;

import clientportal.access.RemindersPatch;
import clientportal.access.Shapes;
import clientportal.access.ids.Reminders;
import clientportal.access.records.Engagement;
import clientportal.platform.http.Change;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import java.time.LocalDate;
import java.util.Optional;

/** The body of {@code updateEngagement}: what is absent stays, and null takes away. */
record EngagementPatch(
    Optional<String> name,
    Change<LocalDate> dueOn,
    Change<RemindersPatch> reminders,
    Optional<Boolean> progressShown) {

  static EngagementPatch read(Input input) {
    Field<Optional<String>> name = input.optional("name", NewEngagement.NAME);
    Field<Change<LocalDate>> dueOn = input.removable("dueOn", Shapes.DAY);
    Field<Change<RemindersPatch>> reminders =
        input.removableObject("reminders", RemindersPatch::read);
    Field<Optional<Boolean>> progressShown = input.optional("progressShown", Shape.flag());
    return input.build(
        () -> new EngagementPatch(name.get(), dueOn.get(), reminders.get(), progressShown.get()));
  }

  /**
   * Returns the engagement after the patch.
   *
   * @param ofFirm the reminders of an engagement that has none of its own
   */
  Engagement applyTo(Engagement before, Reminders ofFirm) {
    return before.withDetails(
        name.orElse(before.name()),
        dueOn.applyTo(before.dueOn()),
        after(before.reminders(), ofFirm),
        progressShown.orElse(before.progressShown()));
  }

  private Optional<Reminders> after(Optional<Reminders> before, Reminders ofFirm) {
    return switch (reminders) {
      case Change.Kept<RemindersPatch> _ -> before;
      case Change.Removed<RemindersPatch> _ -> Optional.empty();
      case Change.Replaced<RemindersPatch>(RemindersPatch patch) ->
          Optional.of(patch.applyTo(before.orElse(ofFirm)));
    };
  }
}
