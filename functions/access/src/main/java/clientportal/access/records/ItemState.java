package clientportal.access.records;

import clientportal.platform.table.Fields;
import java.time.Instant;
import java.util.Optional;

/**
 * Where an item of an engagement stands. Its methods only say what each state has; which of them a
 * call may lead to is decided in {@code ItemRules}.
 *
 * @param round the number of the attempt, from 1; a file or an answer belongs to the round in which
 *     it came
 * @param hidden whether the item depends on an answer that was not given, so that nobody is asked
 * @param askedAt when it was asked for; empty while it is a draft
 * @param startedAt when the first file or answer of this round arrived
 * @param submitted who submitted this round, and when
 * @param notApplicable why there is no such thing, if the client says so
 * @param cancelledFrom where it stood when the engagement was cancelled, and it with it
 */
public record ItemState(
    ItemStatus status,
    int round,
    boolean hidden,
    Optional<Instant> askedAt,
    Optional<Instant> startedAt,
    Optional<By> submitted,
    Optional<NotApplicable> notApplicable,
    Optional<ItemStatus> cancelledFrom) {

  /**
   * The client says that there is no such thing.
   *
   * @param confirmed whether staff have accepted that
   */
  public record NotApplicable(String reason, By by, boolean confirmed) {
    private Fields toFields() {
      return Fields.of()
          .with("reason", reason)
          .with("by", by.toFields())
          .with("confirmed", confirmed)
          .build();
    }

    private static NotApplicable fromFields(Fields fields) {
      return new NotApplicable(
          fields.text("reason"), By.fromFields(fields.map("by")), fields.flag("confirmed"));
    }
  }

  /** The state in which every item begins. */
  public static final ItemState DRAFT =
      new ItemState(
          ItemStatus.DRAFT,
          1,
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Tells whether a file or an answer of this round has arrived. */
  public boolean isStarted() {
    return startedAt.isPresent();
  }

  /** Tells whether it is asked of somebody, now or before it was settled. */
  public boolean isAsked() {
    return status != ItemStatus.DRAFT && !hidden;
  }

  public ItemState asked(Instant now) {
    return new ItemState(
        ItemStatus.OPEN,
        round,
        hidden,
        Optional.of(now),
        startedAt,
        submitted,
        notApplicable,
        cancelledFrom);
  }

  /** Notes the first file or answer of the round, or that nothing is left of it. */
  public ItemState withStarted(Optional<Instant> at) {
    return new ItemState(
        status, round, hidden, askedAt, at, submitted, notApplicable, cancelledFrom);
  }

  public ItemState submitted(By by) {
    return new ItemState(
        ItemStatus.SUBMITTED,
        round,
        hidden,
        askedAt,
        startedAt,
        Optional.of(by),
        notApplicable,
        cancelledFrom);
  }

  public ItemState notApplicable(String reason, By by) {
    return with(ItemStatus.NOT_APPLICABLE, Optional.of(new NotApplicable(reason, by, false)));
  }

  /** Notes that staff accept that there is no such thing. */
  public ItemState confirmed() {
    return with(
        status, notApplicable.map(said -> new NotApplicable(said.reason(), said.by(), true)));
  }

  public ItemState accepted() {
    return with(ItemStatus.ACCEPTED, notApplicable);
  }

  public ItemState cancelled() {
    return with(ItemStatus.CANCELLED, notApplicable);
  }

  private ItemState with(ItemStatus other, Optional<NotApplicable> said) {
    return new ItemState(
        other, round, hidden, askedAt, startedAt, submitted, said, Optional.empty());
  }

  /** Cancels it with the engagement, so that it comes back with it. */
  public ItemState cancelledWithEngagement() {
    return new ItemState(
        ItemStatus.CANCELLED,
        round,
        hidden,
        askedAt,
        startedAt,
        submitted,
        notApplicable,
        Optional.of(status));
  }

  /** Returns it as it was before the engagement was cancelled. */
  public ItemState withEngagementBack() {
    return with(cancelledFrom.orElse(status), notApplicable);
  }

  /** Opens it again; what arrived in this round stays. */
  public ItemState opened() {
    return opened(round, startedAt);
  }

  /** Opens it again, and begins the next round. */
  public ItemState nextRound() {
    return opened(round + 1, Optional.empty());
  }

  private ItemState opened(int number, Optional<Instant> started) {
    return new ItemState(
        ItemStatus.OPEN,
        number,
        hidden,
        askedAt,
        started,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public ItemState withHidden(boolean isHidden) {
    return new ItemState(
        status, round, isHidden, askedAt, startedAt, submitted, notApplicable, cancelledFrom);
  }

  Fields toFields() {
    return Fields.of()
        .with("status", status.text())
        .with("round", round)
        .with("hidden", hidden)
        .with("askedAt", askedAt)
        .with(RequestItem.STARTED_AT, startedAt)
        .with("submitted", submitted.map(By::toFields))
        .with("notApplicable", notApplicable.map(NotApplicable::toFields))
        .with("cancelledFrom", cancelledFrom.map(ItemStatus::text))
        .build();
  }

  static ItemState of(Fields item) {
    return new ItemState(
        ItemStatus.of(item.text("status")),
        Math.toIntExact(item.number("round")),
        item.flag("hidden"),
        item.optionalInstant("askedAt"),
        item.optionalInstant(RequestItem.STARTED_AT),
        item.optionalMap("submitted").map(By::fromFields),
        item.optionalMap("notApplicable").map(NotApplicable::fromFields),
        item.optionalText("cancelledFrom").map(ItemStatus::of));
  }
}
