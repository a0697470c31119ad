package clientportal.access.records;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * How far an engagement is: how many of its items stand where. Drafts and hidden items do not
 * count.
 *
 * @param required the required items
 * @param settled those of the required items for which nobody waits any more
 * @param started those of the open items of which a file or an answer has arrived
 */
public record Progress(
    int required,
    int settled,
    int open,
    int started,
    int submitted,
    int accepted,
    int notApplicable,
    int cancelled) {

  public static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0, 0, 0);

  /** Counts items. */
  public static Progress of(Collection<RequestItem> items) {
    List<RequestItem> asked = items.stream().filter(item -> item.state().isAsked()).toList();
    return new Progress(
        count(asked, item -> item.wanted().required()),
        count(asked, item -> item.wanted().required() && item.status().isSettled()),
        count(asked, item -> item.status() == ItemStatus.OPEN),
        count(asked, item -> item.status() == ItemStatus.OPEN && item.state().isStarted()),
        count(asked, item -> item.status() == ItemStatus.SUBMITTED),
        count(asked, item -> item.status() == ItemStatus.ACCEPTED),
        count(asked, item -> item.status() == ItemStatus.NOT_APPLICABLE),
        count(asked, item -> item.status() == ItemStatus.CANCELLED));
  }

  private static int count(List<RequestItem> items, Predicate<RequestItem> which) {
    return Math.toIntExact(items.stream().filter(which).count());
  }

  /** Returns it as lists for readers have it, which are not written when a file arrives. */
  public Progress withoutStarted() {
    return new Progress(required, settled, open, 0, submitted, accepted, notApplicable, cancelled);
  }

  public Progress plus(Progress other) {
    return new Progress(
        required + other.required,
        settled + other.settled,
        open + other.open,
        started + other.started,
        submitted + other.submitted,
        accepted + other.accepted,
        notApplicable + other.notApplicable,
        cancelled + other.cancelled);
  }

  /** Returns the number of items that are asked for, or were. */
  public int asked() {
    return open + submitted + accepted + notApplicable + cancelled;
  }

  /** Tells whether nothing is open or in review. */
  public boolean isSettled() {
    return open == 0 && submitted == 0;
  }

  /**
   * Returns how much of what is required is settled, in whole percent rounded down: 100 means all.
   * It is 0 as long as nothing is asked for, and 100 if nothing of it is required.
   */
  public int percent() {
    if (required == 0) {
      return asked() == 0 ? 0 : 100;
    }
    return settled * 100 / required;
  }
}
