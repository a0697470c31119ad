package clientportal.clients;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.ContactCreated;
import clientportal.access.ids.ContactId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Contact;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds a contact to a client. */
record CreateContact(Access access, Table table, Ids ids) {
  Contact handle(Caller caller, ClientPath client, Body<NewContact> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, client, body, idempotency));
  }

  private Contact attempt(
      Caller caller, ClientPath client, Body<NewContact> body, Idempotency idempotency) {
    Reach reach = access.reach(caller, client, idempotency.keys());
    reach.require(Action.CHANGE_CLIENT);
    NewContact command = body.read();
    if (command.webPortal()) {
      reach.require(Action.AUTHORIZE_CONTACT);
    }
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    if (earlier.isPresent()) {
      Key key = TableKeys.contact(client, new ContactId(earlier.get()));
      return Contact.fromItem(table.require(key));
    }
    Contact contact = contact(client, command, reach);
    List<Write> writes = new ArrayList<>(idempotency.remember(contact.id().value(), reach.now()));
    writes.add(Write.create(contact.toItem()));
    contact
        .email()
        .map(email -> TableKeys.contactEmail(client, contact.id(), email))
        .map(at -> Write.create(addressOf(contact).at(at)))
        .ifPresent(writes::add);
    ContactCreated created =
        new ContactCreated(
            client, contact.id(), command.name(), command.relationship(), command.webPortal());
    writes.add(reach.recorder(ids).record(created));
    table.write(writes);
    return contact;
  }

  private Contact contact(ClientPath client, NewContact command, Reach reach) {
    return new Contact(
        client,
        new ContactId(ids.next()),
        command.name(),
        command.email(),
        command.email().filter(_ -> reach.allows(Action.MANAGE_ACCOUNT)).map(_ -> reach.now()),
        command.phone(),
        command.relationship(),
        command.webPortal(),
        AccountStatus.NONE,
        Optional.empty(),
        reach.now(),
        1);
  }

  private static Fields.Builder addressOf(Contact contact) {
    return Fields.of()
        .with("clientId", contact.client().client().value())
        .with("contactId", contact.id().value());
  }
}
