package clientportal.notifications.mail;

import org.jspecify.annotations.Nullable;

/**
 * What invites a client or a contact to the portal of a firm.
 *
 * @param shared the name of what was shared, if that caused the invitation
 */
public record ClientInvitationMail(String firmName, String link, @Nullable String shared) {}
