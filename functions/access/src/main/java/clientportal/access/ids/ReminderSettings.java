package clientportal.access.ids;

import clientportal.platform.table.Fields;
import java.time.LocalTime;
import java.util.Optional;

/**
 * How a firm reminds the assignees of its engagements.
 *
 * @param reminders those of engagements that have none of their own
 * @param at when reminders go, to the minute, by the clock of the firm's time zone
 */
public record ReminderSettings(Reminders reminders, LocalTime at) {
  public static final ReminderSettings DEFAULT =
      new ReminderSettings(Reminders.DEFAULT, LocalTime.of(9, 0));

  private static final String AT = "at";

  /** Returns the attribute of items that has these; empty if they are the default. */
  public Optional<Fields> toFields() {
    return equals(DEFAULT)
        ? Optional.empty()
        : Optional.of(Fields.of().withAll(reminders.toFields()).with(AT, at.toString()).build());
  }

  /** Reads them from the attribute that has them, if there is one. */
  public static ReminderSettings of(Optional<Fields> attribute) {
    return attribute
        .map(fields ->
            new ReminderSettings(Reminders.fromFields(fields), LocalTime.parse(fields.text(AT))))
        .orElse(DEFAULT);
  }
}
