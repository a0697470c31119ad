package clientportal.access.addresses;

import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.events.EventData.AddressChanged;
import clientportal.access.events.Recorder;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Member;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;

/** The writes for a change of address, besides the holder's own item. */
public final class AddressWrites {
  private AddressWrites() {}

  /**
   * Returns the writes for a client, contact or member, with those for the account.
   *
   * @param invites whether the holder may use the portal; otherwise no mail is sent
   */
  public static List<Write> of(
      Holder.Reader holder,
      AddressChange change,
      AddressChange.Outcome outcome,
      boolean invites,
      Recorder recorder) {
    List<Write> writes = new ArrayList<>();
    if (change.isAnother()) {
      change.before().ifPresent(email -> writes.add(Write.delete(address(holder, email))));
      change.after().ifPresent(email -> writes.add(own(holder, email)));
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
      case AddressChange.Outcome.Confirmed(Account account) -> writes.add(account.replace());
    }
    return writes;
  }

  /** Several clients and contacts can have one address, but only one member of the firm. */
  private static Write own(Holder.Reader holder, EmailAddress email) {
    return switch (holder) {
      // It may exist already: as the address that was proved for the account.
      case Holder.Party party -> Write.put(owner(party).at(address(holder, email)));
      case Holder.Member member -> Member.ownAddress(member, email);
    };
  }

  private static Key address(Holder.Reader holder, EmailAddress email) {
    return switch (holder) {
      case Holder.Party(ClientPath client, Recipient.Client _) ->
          TableKeys.clientEmail(client, email);
      case Holder.Party(ClientPath client, Recipient.Contact(ContactId contact)) ->
          TableKeys.contactEmail(client, contact, email);
      case Holder.Member(FirmId firm, MemberId _) -> PortalKeys.memberAddress(firm, email);
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
