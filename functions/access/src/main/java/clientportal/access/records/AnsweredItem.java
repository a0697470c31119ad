package clientportal.access.records;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.ItemId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.RequestItemPath;
import clientportal.platform.table.Fields;
import java.util.Optional;

/**
 * Which item of an engagement a document answers, or an upload that was declared for it.
 *
 * @param round in which it was declared
 * @param assignee who was asked for the item then
 */
public record AnsweredItem(
    EngagementId engagement, ItemId item, int round, Recipient.Party assignee) {

  public static final String ATTRIBUTE = "answers";

  /** Returns the item as it is answered in its present round. */
  public static AnsweredItem of(RequestItem item) {
    return of(item, item.state().round());
  }

  public static AnsweredItem of(RequestItem item, int round) {
    return new AnsweredItem(
        item.path().engagement().engagement(), item.id(), round, item.assignee());
  }

  /** Returns the path of the item of this client. */
  public RequestItemPath path(ClientPath client) {
    return new EngagementPath(client, engagement).item(item);
  }

  public Fields toFields() {
    return Fields.of()
        .with("engagementId", engagement.value())
        .with("itemId", item.value())
        .with("round", round)
        .with("assignee", assignee.text())
        .build();
  }

  /** Reads which item the document or upload with these attributes answers, if any. */
  public static Optional<AnsweredItem> in(Fields document) {
    return document.optionalMap(ATTRIBUTE).map(AnsweredItem::fromFields);
  }

  private static AnsweredItem fromFields(Fields fields) {
    return new AnsweredItem(
        new EngagementId(fields.text("engagementId")),
        new ItemId(fields.text("itemId")),
        Math.toIntExact(fields.number("round")),
        Recipient.party(fields.text("assignee")));
  }
}
