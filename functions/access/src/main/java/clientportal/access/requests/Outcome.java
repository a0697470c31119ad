package clientportal.access.requests;

import clientportal.access.ids.ItemId;
import clientportal.access.records.By;
import clientportal.access.records.EngagementStatus;
import clientportal.access.records.ItemStatus;
import java.util.Optional;

/** What comes of an action on an engagement or its items: all of it, or nothing. */
public sealed interface Outcome {

  /** The engagement and its items are others now. */
  record Changed(WholeEngagement before, WholeEngagement after) implements Outcome {
    /** Notes who has completed or cancelled the engagement by it. */
    public Changed endedBy(By by) {
      return new Changed(
          before, new WholeEngagement(after.engagement().endedBy(by), after.items()));
    }
  }

  /** It is so already. */
  record Same() implements Outcome {}

  /**
   * It cannot be done where the engagement or an item stands.
   *
   * @param item the item, if it is because of one
   * @param status where it stands
   * @param instead what to do instead
   */
  record Refused(Optional<ItemId> item, String status, String instead) implements Outcome {
    static Refused because(ItemId item, ItemStatus status, String instead) {
      return new Refused(Optional.of(item), status.text(), instead);
    }

    static Refused because(EngagementStatus status, String instead) {
      return new Refused(Optional.empty(), status.text(), instead);
    }
  }

  /** There would be more than there may be. */
  record Full(String detail) implements Outcome {}
}
