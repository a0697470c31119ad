package clientportal.accounts;

import clientportal.access.Reach;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.EmailAddress;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Item;
import java.util.Optional;

/** Whom an account is for, as the item was read; each kind knows who of it may be invited. */
sealed interface Invitee {

  static Invitee of(Holder.Party holder, Reach reach) {
    Item item = reach.item(TableKeys.holder(holder));
    return switch (holder) {
      case Holder.Party(ClientPath _, Recipient.Client _) -> new OfClient(Client.fromItem(item));
      case Holder.Party(ClientPath _, Recipient.Contact _) -> new OfContact(Contact.fromItem(item));
    };
  }

  /** Returns the revision that what was read holds at. */
  long revision();

  /**
   * Returns the address that an invitation goes to.
   *
   * @throws ProblemException if this one can have no account, or there is no address on file
   */
  EmailAddress address();

  /** A client. */
  record OfClient(Client client) implements Invitee {
    @Override
    public long revision() {
      return client.revision();
    }

    @Override
    public EmailAddress address() {
      if (client.kind() == Client.Kind.OTHER) {
        throw new ProblemException(
            ProblemType.KIND_WITHOUT_ACCOUNT,
            "Only clients of the kinds client and individual have accounts.");
      }
      return onFile(client.email());
    }
  }

  /** A contact, whose relationship needs the permission for the portal. */
  record OfContact(Contact contact) implements Invitee {
    @Override
    public long revision() {
      return contact.revision();
    }

    @Override
    public EmailAddress address() {
      if (!contact.webPortal()) {
        throw new ProblemException(
            ProblemType.RECIPIENT_NOT_PERMITTED, "Give the relationship webPortal first.");
      }
      return onFile(contact.email());
    }
  }

  private static EmailAddress onFile(Optional<EmailAddress> email) {
    return email.orElseThrow(() ->
        new ProblemException(
            ProblemType.EMAIL_REQUIRED, "Ask for an email address and put it on file first."));
  }
}
