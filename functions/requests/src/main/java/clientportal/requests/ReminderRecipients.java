package clientportal.requests;

import clientportal.access.Shapes;
import clientportal.access.decision.Recipient;
import clientportal.access.records.RequestItem;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.problem.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The body of {@code sendReminder}: who is reminded; everybody if it names nobody. */
record ReminderRecipients(Optional<List<Recipient.Party>> recipients) {
  static final String POINTER = "/recipients/%d";

  static ReminderRecipients read(Input input) {
    if (!input.has("recipients")) {
      return input.build(() -> new ReminderRecipients(Optional.empty()));
    }
    Field<List<Recipient.Party>> recipients =
        input.values("recipients", RequestItem.MOST_ASSIGNEES, Shapes.PARTY);
    if (!recipients.isFaulty()) {
      if (recipients.get().isEmpty()) {
        input.fault("recipients", Fault.Code.LENGTH, "must name at least one recipient");
      }
      if (new HashSet<>(recipients.get()).size() < recipients.get().size()) {
        input.fault("recipients", Fault.Code.DUPLICATE, "must name each recipient once");
      }
    }
    return input.build(() -> new ReminderRecipients(Optional.of(recipients.get())));
  }
}
