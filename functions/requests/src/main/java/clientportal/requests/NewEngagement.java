package clientportal.requests;

import clientportal.access.records.Reminders;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import java.time.LocalDate;
import java.util.Optional;

/** The body of {@code createEngagement}. */
record NewEngagement(String name, Optional<LocalDate> dueOn, Optional<Reminders> reminders) {
  static NewEngagement read(Input input) {
    Field<String> name = input.required("name", Shape.name(120));
    Field<Optional<LocalDate>> dueOn = input.optional("dueOn", RequestShapes.DAY);
    Field<Optional<Reminders>> reminders =
        input.optionalObject("reminders", RequestShapes::reminders);
    return input.build(() -> new NewEngagement(name.get(), dueOn.get(), reminders.get()));
  }
}
