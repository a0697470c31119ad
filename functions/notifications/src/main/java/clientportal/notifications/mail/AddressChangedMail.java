package clientportal.notifications.mail;

import org.jspecify.annotations.Nullable;

/**
 * Warns the proved address of an account that the firm has another address on file, so that no
 * access moves to another mailbox unnoticed.
 *
 * @param clientName null for a member of portals
 * @param site the address of the firm's portal
 */
public record AddressChangedMail(Letterhead from, @Nullable String clientName, String site) {}
