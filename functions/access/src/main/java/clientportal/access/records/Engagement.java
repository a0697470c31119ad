package clientportal.access.records;

import clientportal.access.decision.Grants;
import clientportal.access.events.Actor;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.Reminders;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.RequestKeys;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An engagement: a unit of work for one client with a beginning and an end, and what is asked for
 * in it. The items are kept apart.
 *
 * @param folder where files arrive
 * @param reminders empty for those of the firm
 * @param progressShown whether several assignees see how far the others are
 * @param items their number, with drafts and hidden ones
 * @param progress what lists show; the first file of a round counts itself as started, without
 *     another revision
 * @param grants who is asked for something, with {@code view}: so they read the engagement
 * @param lastRank the rank of the last item
 * @param ended who completed or cancelled it, and when; empty while it is open
 */
public record Engagement(
    EngagementPath path,
    String name,
    EngagementStatus status,
    FolderId folder,
    Optional<LocalDate> dueOn,
    Optional<Reminders> reminders,
    boolean progressShown,
    int items,
    Progress progress,
    Grants grants,
    long lastRank,
    Actor createdBy,
    Instant createdAt,
    Optional<By> ended,
    long revision) {

  /** The attribute that counts the open items of which something has arrived. */
  public static final String STARTED = "started";

  /** Begins an engagement in which nothing is asked for yet. */
  public static Engagement create(
      EngagementPath path,
      String name,
      FolderId folder,
      Optional<LocalDate> dueOn,
      Optional<Reminders> reminders,
      By by) {
    return new Engagement(
        path,
        name,
        EngagementStatus.OPEN,
        folder,
        dueOn,
        reminders,
        false,
        0,
        Progress.NONE,
        Grants.NONE,
        0,
        by.actor(),
        by.at(),
        Optional.empty(),
        1);
  }

  public EngagementId id() {
    return path.engagement();
  }

  /** Gives it another status; {@link #endedBy} adds who has ended it. */
  public Engagement with(EngagementStatus other) {
    return new Engagement(
        path,
        name,
        other,
        folder,
        dueOn,
        reminders,
        progressShown,
        items,
        progress,
        grants,
        lastRank,
        createdBy,
        createdAt,
        Optional.empty(),
        revision);
  }

  /** Notes who has completed or cancelled it, and when. */
  public Engagement endedBy(By by) {
    return new Engagement(
        path,
        name,
        status,
        folder,
        dueOn,
        reminders,
        progressShown,
        items,
        progress,
        grants,
        lastRank,
        createdBy,
        createdAt,
        Optional.of(by),
        revision);
  }

  /** Gives it another name, due date and reminders. */
  public Engagement withDetails(
      String called, Optional<LocalDate> due, Optional<Reminders> others, boolean shown) {
    return new Engagement(
        path, called, status, folder, due, others, shown, items, progress, grants, lastRank,
        createdBy, createdAt, ended, revision);
  }

  /** Returns it as it is written the next time, with what follows from its items. */
  public Engagement following(int number, Progress counted, Grants open, long last) {
    return new Engagement(
        path,
        name,
        status,
        folder,
        dueOn,
        reminders,
        progressShown,
        number,
        counted,
        open,
        last,
        createdBy,
        createdAt,
        ended,
        revision + 1);
  }

  /**
   * Updates the stored engagement, which must be the one before. What files have counted as started
   * since it was read is kept.
   *
   * @param counted how far it was by its items, as they were read; a file may have arrived between
   *     the two reads
   */
  public Write save(Engagement before, Progress counted) {
    return Write.update(RequestKeys.engagement(path))
        .set(fields().build(), "dueOn", "reminders", "ended")
        .add(STARTED, (long) progress.started() - counted.started())
        .when(Condition.revision(before.revision));
  }

  private Fields.Builder fields() {
    return Fields.of()
        .with("name", name)
        .with("status", status.text())
        .with("folderId", folder.value())
        .with("dueOn", dueOn.map(LocalDate::toString))
        .with("reminders", reminders.map(Reminders::toFields))
        .with("progressShown", progressShown)
        .with("items", items)
        .with("required", progress.required())
        .with("settled", progress.settled())
        .with("open", progress.open())
        .with("submitted", progress.submitted())
        .with("accepted", progress.accepted())
        .with("notApplicable", progress.notApplicable())
        .with("cancelled", progress.cancelled())
        .withMaps(GrantFields.ATTRIBUTE, GrantFields.toFields(grants))
        .with("lastRank", lastRank)
        .with("by", createdBy.toFields())
        .with("createdAt", createdAt)
        .with("ended", ended.map(By::toFields))
        .with(Item.REVISION, revision)
        .with("namesPartition", RequestKeys.engagements(path.client().firm(), status.text()))
        .with("namesSort", RequestKeys.dueSort(dueOn, id().value()));
  }

  public Item toItem() {
    return fields().with(STARTED, progress.started()).at(RequestKeys.engagement(path));
  }

  public static Engagement fromItem(Item item) {
    Fields fields = item.fields();
    return new Engagement(
        RequestKeys.engagementOf(item.key()),
        fields.text("name"),
        EngagementStatus.of(fields.text("status")),
        new FolderId(fields.text("folderId")),
        fields.optionalText("dueOn").map(LocalDate::parse),
        fields.optionalMap("reminders").map(Reminders::fromFields),
        fields.flag("progressShown"),
        number(fields, "items"),
        new Progress(
            number(fields, "required"),
            number(fields, "settled"),
            number(fields, "open"),
            number(fields, STARTED),
            number(fields, "submitted"),
            number(fields, "accepted"),
            number(fields, "notApplicable"),
            number(fields, "cancelled")),
        GrantFields.of(fields),
        fields.number("lastRank"),
        Actor.fromFields(fields.map("by")),
        fields.instant("createdAt"),
        fields.optionalMap("ended").map(By::fromFields),
        fields.number(Item.REVISION));
  }

  private static int number(Fields fields, String name) {
    return Math.toIntExact(fields.number(name));
  }
}
