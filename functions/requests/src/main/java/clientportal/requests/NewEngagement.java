package clientportal.requests;

import clientportal.access.RemindersPatch;
import clientportal.access.Shapes;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import java.time.LocalDate;
import java.util.Optional;

/** The body of {@code createEngagement}. */
record NewEngagement(
    String name,
    Optional<LocalDate> dueOn,
    Optional<RemindersPatch> reminders,
    Optional<RollForward> rollForward) {
  static final Shape<String> NAME = Shape.name(120);

  static NewEngagement read(Input input) {
    Field<String> name = input.required("name", NAME);
    Field<Optional<LocalDate>> dueOn = input.optional("dueOn", Shapes.DAY);
    Field<Optional<RemindersPatch>> reminders =
        input.optionalObject("reminders", RemindersPatch::read);
    Field<Optional<RollForward>> rollForward =
        input.optionalObject("rollForward", RollForward::read);
    return input.build(
        () -> new NewEngagement(name.get(), dueOn.get(), reminders.get(), rollForward.get()));
  }
}
