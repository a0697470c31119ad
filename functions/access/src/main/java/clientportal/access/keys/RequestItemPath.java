package clientportal.access.keys;

import clientportal.access.ids.EngagementId;
import clientportal.access.ids.ItemId;
import clientportal.platform.http.Request;
import clientportal.platform.table.Fields;

/** The path of what is asked for in an engagement: {@code …/items/{itemId}}. */
public record RequestItemPath(EngagementPath engagement, ItemId item) {

  public static RequestItemPath of(Request request) {
    return new RequestItemPath(
        EngagementPath.of(request), FirmPath.id(request, "itemId", ItemId::new));
  }

  /** Returns the ids below the client, for what names the client itself. */
  public Fields toFields() {
    return Fields.of()
        .with("engagementId", engagement.engagement().value())
        .with("itemId", item.value())
        .build();
  }

  public static RequestItemPath fromFields(ClientPath client, Fields fields) {
    return new EngagementPath(client, new EngagementId(fields.text("engagementId")))
        .item(new ItemId(fields.text("itemId")));
  }

  @Override
  public String toString() {
    return engagement + "/items/" + item;
  }
}
