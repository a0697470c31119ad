package clientportal.notifications.mail;

/**
 * Warns the proved address of an account that the firm has another address on file, so that no
 * access moves to another mailbox unnoticed.
 *
 * @param site the address of the firm's portal
 */
public record AddressChangedMail(Letterhead from, String clientName, String site) {}
