package clientportal.notifications;

/**
 * What the proved address of an account is told when another comes on file: so that nobody's access
 * moves to another mailbox unseen.
 *
 * @param site where the firm's portal is opened
 */
record AddressChanged(String firmName, String clientName, String site) {}
