package clientportal.notifications.mail;

/**
 * What the proved address of an account is told when another comes on file: so that nobody's access
 * moves to another mailbox unseen.
 *
 * @param site where the firm's portal is opened
 */
public record AddressChangedMail(String firmName, String clientName, String site) {}
