package clientportal.notifications.mail;

import org.jspecify.annotations.Nullable;

/**
 * Invites a client or a contact to the portal of a firm.
 *
 * @param shared the name of the shared item that caused the invitation; null if none did
 */
public record ClientInvitationMail(String firmName, String link, @Nullable String shared) {}
