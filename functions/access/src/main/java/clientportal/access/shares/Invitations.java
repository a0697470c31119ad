package clientportal.access.shares;

import clientportal.access.decision.Recipient;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Contact;
import clientportal.access.records.ContactInvitation;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.List;

/**
 * The contacts who are invited because an item is shared with them or something is asked of them:
 * those who have an email and never had an account. An account that staff revoked does not come
 * back that way.
 */
public record Invitations(List<Contact> contacts) {

  /** The maximum number of writes in a transaction. */
  private static final int MOST_WRITES = 100;

  static Invitations of(ShareChange change, List<Contact> contacts) {
    return of(contacts.stream().filter(contact -> change.adds(recipient(contact))).toList());
  }

  /** Returns the invitations of those of the contacts who need one. */
  public static Invitations of(List<Contact> contacts) {
    return new Invitations(
        contacts.stream()
            .filter(contact -> contact.email().isPresent())
            .filter(contact -> contact.account() == AccountStatus.NONE)
            .toList());
  }

  private static Recipient.Contact recipient(Contact contact) {
    return new Recipient.Contact(contact.id());
  }

  public List<Recipient.Contact> recipients() {
    return contacts.stream().map(Invitations::recipient).toList();
  }

  /**
   * Returns the writes that create accounts, as many as fit in the transaction. The function that
   * sends the mails creates the others before.
   *
   * @param before the number of writes that the transaction has already
   */
  public List<Write> writes(int before, Instant now) {
    int room = (MOST_WRITES - before) / ContactInvitation.WRITES;
    return contacts.stream()
        .limit(room)
        .flatMap(contact -> ContactInvitation.of(contact, now).stream())
        .toList();
  }
}
