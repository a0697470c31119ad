package clientportal.access.requests;

import clientportal.access.keys.RequestKeys;
import clientportal.access.records.By;
import clientportal.access.records.Engagement;
import clientportal.access.records.EngagementStatus;
import clientportal.access.records.RequestItem;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Optional;

/**
 * What a file that arrives changes of its item. Only the first one of a round writes the item, so
 * that many that arrive at once do not wait for each other.
 *
 * @param engagement as it was read
 * @param item as it was read
 * @param late whether the item has moved on since the file was declared; then it stays as it is
 * @param started the item once something has arrived; empty if that was so before
 */
public record Arrival(
    Engagement engagement, RequestItem item, boolean late, Optional<RequestItem> started) {

  /**
   * Returns why no file may be declared for an item now; empty if one may.
   *
   * @param engagement that of the item
   */
  public static Optional<Outcome.Refused> refusal(Engagement engagement, RequestItem item, By by) {
    Optional<Outcome.Refused> ended = ended(engagement, item);
    if (ended.isPresent()) {
      return ended;
    }
    if (item.state().hidden()) {
      return Optional.of(
          Outcome.Refused.because(
              item.id(), item.status(), "It depends on an answer that was not given."));
    }
    return ItemRules.apply(item, new ItemAction.Upload(), by)
            instanceof ItemOutcome.Refused(String instead)
        ? Optional.of(Outcome.Refused.because(item.id(), item.status(), instead))
        : Optional.empty();
  }

  /**
   * Returns that the engagement has ended, if it has. It may have been read just before it was
   * cancelled, and the item just after that.
   */
  public static Optional<Outcome.Refused> ended(Engagement engagement, RequestItem item) {
    EngagementStatus status =
        item.state().cancelledFrom().isPresent() ? EngagementStatus.CANCELLED : engagement.status();
    return status == EngagementStatus.OPEN
        ? Optional.empty()
        : Optional.of(
            Outcome.Refused.because(status, "The engagement has ended. Reopen it first."));
  }

  /** Lets a file arrive that was declared in a round. */
  public static Arrival of(Engagement engagement, RequestItem item, int round, By by) {
    if (engagement.status() != EngagementStatus.OPEN || item.state().hidden()) {
      return new Arrival(engagement, item, true, Optional.empty());
    }
    return switch (ItemRules.apply(item, new ItemAction.Arrive(round), by)) {
      case ItemOutcome.Changed(RequestItem started) ->
          new Arrival(engagement, item, false, Optional.of(started));
      case ItemOutcome.Same _ -> new Arrival(engagement, item, false, Optional.empty());
      case ItemOutcome.Refused _, ItemOutcome.Gone _, ItemOutcome.TooOften _ ->
          new Arrival(engagement, item, true, Optional.empty());
    };
  }

  /** Returns the item without a start: the last file of its round is detached. */
  public static List<Write> takeBack(Engagement engagement, RequestItem item) {
    return List.of(
        Write.replace(
            item.with(item.state().withStarted(Optional.empty()))
                .withRevision(item.revision() + 1)
                .toItem(),
            item.revision()),
        Write.update(RequestKeys.engagement(engagement.path()))
            .add(Engagement.STARTED, -1)
            .when(Condition.revision(engagement.revision())));
  }

  /**
   * Returns the writes: of two files that both are the first, one finds the item changed. The
   * engagement counts the item as started, without another revision; it must not have ended.
   */
  public List<Write> writes() {
    return started
        .map(first ->
            List.of(
                Write.replace(first.withRevision(item.revision() + 1).toItem(), item.revision()),
                Write.update(RequestKeys.engagement(engagement.path()))
                    .add(Engagement.STARTED, 1)
                    .when(Condition.revision(engagement.revision()))))
        .orElse(List.of());
  }
}
