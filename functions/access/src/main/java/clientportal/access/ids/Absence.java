package clientportal.access.ids;

import clientportal.platform.table.Fields;
import java.time.Instant;

/**
 * A time in which a staff member is away, and the colleague who is notified too of what the staff
 * member is notified of.
 *
 * @param from inclusive
 * @param until exclusive, after {@code from}
 */
public record Absence(Instant from, Instant until, StaffId standIn) {

  public Absence {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("an absence that ends before it begins");
    }
  }

  /** Tells whether an instant is in the absence. */
  public boolean covers(Instant at) {
    return !at.isBefore(from) && !isOver(at);
  }

  /** Tells whether the absence has ended by an instant. */
  public boolean isOver(Instant at) {
    return !at.isBefore(until);
  }

  public Fields toFields() {
    return Fields.of()
        .with("from", from)
        .with("until", until)
        .with("standIn", standIn.value())
        .build();
  }

  public static Absence fromFields(Fields fields) {
    return new Absence(
        fields.instant("from"), fields.instant("until"), new StaffId(fields.text("standIn")));
  }
}
