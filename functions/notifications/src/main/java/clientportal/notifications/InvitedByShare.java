package clientportal.notifications;

import clientportal.access.decision.Recipient;
import clientportal.access.events.Event;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Contact;
import clientportal.access.records.ContactInvitation;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Optional;

/** Those who are invited because something is shared with them. */
final class InvitedByShare {
  /** Recipients, in an event's data, who are told of it by an invitation of their own. */
  private static final String INVITED = "invited";

  private final Table table;

  InvitedByShare(Table table) {
    this.table = table;
  }

  /** Returns the recipients whom an event invites: nobody else is to tell them of it. */
  static List<String> recipients(Event event) {
    return event.data().texts(INVITED);
  }

  /** Returns the name of what was shared with who is invited; empty if no share is the cause. */
  static Optional<String> itemName(Event event) {
    return event
        .data()
        .optionalText("documentName")
        .or(() -> event.data().optionalText("folderName"));
  }

  /** Returns whom this message of an event is to invite. */
  List<Holder> invited(Event event, EventMessage message) {
    if (event.data().has("holder")) {
      return List.of(Holder.fromFields(event.data().map("holder")));
    }
    List<String> invited = recipients(event);
    ClientPath client =
        new ClientPath(
            new FirmId(event.data().text("firmId")), new ClientId(event.data().text("clientId")));
    return message.audience(event).stream()
        .filter(invited::contains)
        .<Holder>map(recipient -> new Holder.Party(client, Recipient.party(recipient)))
        .toList();
  }

  /** Makes the account, if the share's own transaction had no room for it. */
  void makeAccount(Event event, Holder holder) {
    if (event.data().has("holder") || !(holder instanceof Holder.Party party)) {
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
          .ifPresent(contact -> table.write(ContactInvitation.of(contact, event.at())));
    }
  }
}
