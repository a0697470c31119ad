package clientportal.access.ids;

import clientportal.platform.table.Fields;
import java.util.List;

/**
 * When the assignees of an engagement are reminded.
 *
 * @param firstAfterDays days from asking to the first reminder, 0 to 30
 * @param everyDays days from one reminder to the next, 1 to 30
 * @param beforeDueDays days before the due date on which they are reminded, at most 5 of 0 to 30
 * @param atMost how many reminders, 0 to 30
 */
public record Reminders(
    int firstAfterDays, int everyDays, List<Integer> beforeDueDays, int atMost) {

  public static final Reminders DEFAULT = new Reminders(3, 4, List.of(7, 1), 10);

  public Reminders {
    beforeDueDays = List.copyOf(beforeDueDays);
  }

  /** Returns the attribute of items that has them. */
  public Fields toFields() {
    return Fields.of()
        .with("firstAfterDays", firstAfterDays)
        .with("everyDays", everyDays)
        .withTexts("beforeDueDays", beforeDueDays.stream().map(String::valueOf).toList())
        .with("atMost", atMost)
        .build();
  }

  public static Reminders fromFields(Fields fields) {
    return new Reminders(
        Math.toIntExact(fields.number("firstAfterDays")),
        Math.toIntExact(fields.number("everyDays")),
        fields.texts("beforeDueDays").stream().map(Integer::valueOf).toList(),
        Math.toIntExact(fields.number("atMost")));
  }
}
