package clientportal.access.records;

import clientportal.access.decision.Recipient;
import clientportal.access.keys.Holder;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.List;

/**
 * Creates the invited account of a contact when something is shared with them. The staff member who
 * shares it thereby confirms the address.
 */
public final class ContactInvitation {
  /** The number of writes: the account, and the copy of its status. */
  public static final int WRITES = 2;

  private ContactInvitation() {}

  /** Returns the writes for a contact who has an email address and never had an account. */
  public static List<Write> of(Contact contact, Instant now) {
    Holder holder = new Holder.Party(contact.client(), new Recipient.Contact(contact.id()));
    Account account = Account.invite(holder, contact.email().orElseThrow(), now);
    return List.of(account.create(), account.copyToHolder(contact.revision(), now));
  }
}
