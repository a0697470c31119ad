package clientportal.notifications.mail;

import org.jspecify.annotations.Nullable;

/**
 * Invites a member to the portals of a firm.
 *
 * @param portal the name of a portal that lets them in; null if none does any more
 */
public record PortalInvitationMail(Letterhead from, String link, @Nullable String portal) {}
