package clientportal.notifications;

import clientportal.notifications.mail.BounceReason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hears from SES which invitations did not arrive. */
final class RecordBounces {
  private final Bounces bounces;

  RecordBounces(Bounces bounces) {
    this.bounces = bounces;
  }

  /** Handles one event of SES as EventBridge passes it on. */
  void handle(Map<?, ?> event) {
    Map<?, ?> tags = map(map(map(event.get("detail")).get("mail")).get("tags"));
    InvitationTags.of(tags)
        .ifPresent(
            invitation -> BounceReason.of(event).ifPresent(why -> bounces.record(invitation, why)));
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
