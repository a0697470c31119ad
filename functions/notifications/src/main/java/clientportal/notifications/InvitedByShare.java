package clientportal.notifications;

import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.events.EventData.Shared;
import clientportal.access.events.EventData.StaffInvited;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Contact;
import clientportal.access.records.ContactInvitation;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.util.List;

/** Those who are invited because something is shared with them. */
record InvitedByShare(Table table) {
  /** Returns whom this message of an event is to invite. */
  static List<Holder> invited(Subscription.Invitations data, EventMessage message) {
    return switch (data) {
      case StaffInvited invited -> List.of(invited.holder());
      case AccountInvited invited -> List.of(invited.holder());
      case Shared shared ->
          message.part(shared.audience()).stream()
              .filter(Recipient.Party.class::isInstance)
              .map(Recipient.Party.class::cast)
              .filter(shared.recipients().invited()::contains)
              .<Holder>map(party -> new Holder.Party(shared.client(), party))
              .toList();
    };
  }

  /** Makes the account of a contact, if the share's own transaction had no room for it. */
  void makeAccount(Holder holder, Instant sharedAt) {
    if (!(holder instanceof Holder.Party party)) {
      return;
    }
    Key account = TableKeys.account(party);
    Key contactKey = TableKeys.holder(party);
    Items items = table.read(List.of(account, contactKey));
    if (items.at(account).isEmpty()) {
      items
          .at(contactKey)
          .map(Contact::fromItem)
          .filter(contact -> contact.webPortal() && contact.email().isPresent())
          .ifPresent(contact -> table.write(ContactInvitation.of(contact, sharedAt)));
    }
  }
}
