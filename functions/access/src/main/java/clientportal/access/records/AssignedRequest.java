package clientportal.access.records;

import clientportal.access.decision.Recipient;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.RequestKeys;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is asked of one recipient in one engagement, as lists and reminders read it; no decision
 * reads it. When nothing of it is open or in review any more it moves to a partition of its own.
 *
 * @param name that of the engagement
 * @param dueOn when the first of what is open is due
 * @param settled whether it has moved
 */
public record AssignedRequest(
    EngagementPath path,
    Recipient.Party assignee,
    String name,
    Optional<LocalDate> dueOn,
    Progress progress,
    boolean settled) {

  public Key key() {
    return RequestKeys.assigned(path, assignee, settled);
  }

  /** Adds what is asked of the same person in another capacity, in the same engagement. */
  public AssignedRequest with(AssignedRequest other) {
    return new AssignedRequest(
        path,
        assignee,
        name,
        Stream.of(dueOn, other.dueOn).flatMap(Optional::stream).min(Comparator.naturalOrder()),
        progress.plus(other.progress),
        settled && other.settled);
  }

  public Write put() {
    return Write.put(toItem());
  }

  public Write delete() {
    return Write.delete(key());
  }

  public Item toItem() {
    return Fields.of()
        .with("assignee", assignee.text())
        .with("name", name)
        .with("dueOn", dueOn.map(LocalDate::toString))
        .with("required", progress.required())
        .with("requiredSettled", progress.settled())
        .with("open", progress.open())
        .with("submitted", progress.submitted())
        .with("accepted", progress.accepted())
        .with("notApplicable", progress.notApplicable())
        .with("cancelled", progress.cancelled())
        .with("settled", settled)
        .at(key());
  }

  public static AssignedRequest fromItem(Item item) {
    Fields fields = item.fields();
    return new AssignedRequest(
        RequestKeys.engagementOfAssigned(item.key()),
        Recipient.party(fields.text("assignee")),
        fields.text("name"),
        fields.optionalText("dueOn").map(LocalDate::parse),
        new Progress(
            Math.toIntExact(fields.number("required")),
            Math.toIntExact(fields.number("requiredSettled")),
            Math.toIntExact(fields.number("open")),
            0,
            Math.toIntExact(fields.number("submitted")),
            Math.toIntExact(fields.number("accepted")),
            Math.toIntExact(fields.number("notApplicable")),
            Math.toIntExact(fields.number("cancelled"))),
        fields.flag("settled"));
  }
}
