package clientportal.clients;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Recipient;
import clientportal.access.keys.ContactPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Contact;
import java.util.List;

/** Shows a contact to the firm's staff. */
record GetContact(Access access) {
  Contact handle(Caller caller, ContactPath path) {
    Holder.Party contact = new Holder.Party(path.client(), new Recipient.Contact(path.contact()));
    Reach reach = access.reach(caller, contact, List.of());
    reach.require(Action.READ_CLIENT);
    return Contact.fromItem(reach.item(TableKeys.holder(contact)));
  }
}
