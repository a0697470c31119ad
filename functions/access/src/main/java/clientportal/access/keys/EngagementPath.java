package clientportal.access.keys;

import clientportal.access.ids.EngagementId;
import clientportal.access.ids.ItemId;
import clientportal.platform.http.Request;

/** The path of an engagement: {@code …/engagements/{engagementId}}. */
public record EngagementPath(ClientPath client, EngagementId engagement) {

  public static EngagementPath of(Request request) {
    return new EngagementPath(
        ClientPath.of(request), FirmPath.id(request, "engagementId", EngagementId::new));
  }

  /** Returns the path of an item of the engagement. */
  public RequestItemPath item(ItemId item) {
    return new RequestItemPath(this, item);
  }

  @Override
  public String toString() {
    return client + "/engagements/" + engagement;
  }
}
