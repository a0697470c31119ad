package clientportal.notifications.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Invites a client or a contact to the portal of a firm.
 *
 * @param shared the name of the shared item that caused the invitation; null if none did
 * @param asked what is asked of them in engagements, what is due first being first
 */
public record ClientInvitationMail(
    Letterhead from, String link, @Nullable String shared, List<Asked> asked) {

  /** What is asked in one engagement. */
  public record Asked(String engagement, RequestedItems items) {}

  public ClientInvitationMail {
    asked = List.copyOf(asked);
  }

  public ClientInvitationMail(Letterhead from, String link, @Nullable String shared) {
    this(from, link, shared, List.of());
  }
}
