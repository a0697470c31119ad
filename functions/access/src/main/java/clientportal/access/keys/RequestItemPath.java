package clientportal.access.keys;

import clientportal.access.ids.ItemId;
import clientportal.platform.http.Request;

/** The path of what is asked for in an engagement: {@code …/items/{itemId}}. */
public record RequestItemPath(EngagementPath engagement, ItemId item) {

  public static RequestItemPath of(Request request) {
    return new RequestItemPath(
        EngagementPath.of(request), FirmPath.id(request, "itemId", ItemId::new));
  }

  @Override
  public String toString() {
    return engagement + "/items/" + item;
  }
}
