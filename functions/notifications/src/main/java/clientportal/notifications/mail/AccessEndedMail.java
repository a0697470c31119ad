package clientportal.notifications.mail;

import org.jspecify.annotations.Nullable;

/**
 * Says that a person's access was taken away.
 *
 * @param clientName null for a member of portals, who loses all of them
 */
public record AccessEndedMail(Letterhead from, @Nullable String clientName) {}
