package clientportal.clients;

import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.events.EventData.AddressChanged;
import clientportal.access.events.Recorder;
import clientportal.access.ids.EmailAddress;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;

/** The writes for a change of address, besides the holder's own item. */
final class AddressWrites {
  private AddressWrites() {}

  /**
   * Returns the writes for a client or contact, with those for its account.
   *
   * @param invites whether the holder may use the portal; otherwise no mail is sent
   */
  static List<Write> of(
      Holder.Party holder,
      AddressChange change,
      AddressChange.Outcome outcome,
      boolean invites,
      Recorder recorder) {
    List<Write> writes = new ArrayList<>();
    if (change.isAnother()) {
      change.before().ifPresent(email -> writes.add(Write.delete(address(holder, email))));
      change
          .after()
          // It may exist already: as the address that was proved for the account.
          .ifPresent(email -> writes.add(Write.put(owner(holder).at(address(holder, email)))));
    }
    switch (outcome) {
      case AddressChange.Outcome.Unchanged() -> {}
      case AddressChange.Outcome.InvitedAnew(Account account) -> {
        writes.add(account.replace());
        if (invites) {
          writes.add(recorder.record(new AccountInvited(holder)));
        }
      }
      case AddressChange.Outcome.Moving(Account account) -> {
        writes.add(account.replace());
        if (invites) {
          writes.add(recorder.record(new AccountInvited(holder)));
          writes.add(recorder.record(new AddressChanged(holder, account.email())));
        }
      }
      case AddressChange.Outcome.Staying(Account account) -> writes.add(account.replace());
    }
    return writes;
  }

  private static Key address(Holder.Party holder, EmailAddress email) {
    return switch (holder.party()) {
      case Recipient.Client _ -> TableKeys.clientEmail(holder.client(), email);
      case Recipient.Contact(var contact) ->
          TableKeys.contactEmail(holder.client(), contact, email);
    };
  }

  /** Returns the fields that say whose address it is. */
  private static Fields.Builder owner(Holder.Party holder) {
    ClientPath client = holder.client();
    Fields.Builder owner = Fields.of().with("clientId", client.client().value());
    return switch (holder.party()) {
      case Recipient.Client _ -> owner;
      case Recipient.Contact(var contact) -> owner.with("contactId", contact.value());
    };
  }
}
