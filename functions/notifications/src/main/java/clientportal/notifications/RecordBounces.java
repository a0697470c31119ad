package clientportal.notifications;

import clientportal.notifications.mail.BounceReason;
import clientportal.platform.json.JsonReader;

/** Hears from SES which invitations did not arrive. */
record RecordBounces(Bounces bounces) {
  /** Handles one event of SES as EventBridge passes it on. */
  void handle(JsonReader event) {
    InvitationTags.of(event.object("detail").object("mail").object("tags"))
        .ifPresent(
            invitation -> BounceReason.of(event).ifPresent(why -> bounces.record(invitation, why)));
  }
}
