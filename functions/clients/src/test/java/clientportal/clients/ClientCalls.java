package clientportal.clients;

import clientportal.access.TestFirm;
import clientportal.access.events.Event;
import clientportal.access.events.EventData;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.ContactPath;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Key;
import java.util.List;
import java.util.Map;

/** Calls the operations on a firm's clients, and reads from the table what they stored. */
final class ClientCalls {
  private final TestFirm firm;

  ClientCalls(TestFirm firm) {
    this.firm = firm;
  }

  Exchange create(PersonId caller, String json) {
    return Exchange.of("POST", new FirmPath(firm.id) + "/clients")
        .as(caller.value())
        .path("firmId", firm.id)
        .json(json);
  }

  Exchange get(PersonId caller, Object client) {
    return of("GET", caller, client, "");
  }

  Exchange setTeam(PersonId caller, Object client, String json) {
    return of("PUT", caller, client, "/team").json(json);
  }

  Exchange createContact(PersonId caller, Object client, String json) {
    return of("POST", caller, client, "/contacts").json(json);
  }

  Exchange list(PersonId caller) {
    return Exchange.of("GET", new FirmPath(firm.id) + "/clients")
        .as(caller.value())
        .path("firmId", firm.id);
  }

  Exchange update(PersonId caller, Object client, String json) {
    return of("PATCH", caller, client, "")
        .header("content-type", "application/merge-patch+json")
        .json(json);
  }

  Exchange listContacts(PersonId caller, Object client) {
    return of("GET", caller, client, "/contacts");
  }

  Exchange getContact(PersonId caller, ContactPath contact) {
    return of("GET", caller, contact.client().client(), "/contacts/" + contact.contact())
        .path("contactId", contact.contact());
  }

  Exchange updateContact(PersonId caller, ContactPath contact, String json) {
    return of("PATCH", caller, contact.client().client(), "/contacts/" + contact.contact())
        .path("contactId", contact.contact())
        .header("content-type", "application/merge-patch+json")
        .json(json);
  }

  private Exchange of(String method, PersonId caller, Object client, String suffix) {
    return Exchange.of(method, new FirmPath(firm.id) + "/clients/" + client + suffix)
        .as(caller.value())
        .path("firmId", firm.id)
        .path("clientId", client);
  }

  Client stored(ClientPath path) {
    Key key = TableKeys.client(path);
    return Client.fromItem(firm.table.read(List.of(key)).at(key).orElseThrow());
  }

  Contact stored(ContactPath path) {
    Key key = TableKeys.contact(path.client(), path.contact());
    return Contact.fromItem(firm.table.read(List.of(key)).at(key).orElseThrow());
  }

  Account account(Holder holder) {
    Key key = TableKeys.account(holder);
    return Account.fromItem(firm.table.read(List.of(key)).at(key).orElseThrow());
  }

  boolean exists(Key key) {
    return firm.table.read(List.of(key)).at(key).isPresent();
  }

  /** Returns the names of the items of a page. */
  static List<Object> names(Exchange.Answer answer) {
    return ((List<?>) answer.get("items"))
        .stream().<Object>map(item -> ((Map<?, ?>) item).get("name")).toList();
  }

  List<Class<? extends EventData>> eventTypes(ClientPath client) {
    return events(client).stream()
        .<Class<? extends EventData>>map(event -> event.data().getClass())
        .toList();
  }

  List<Event> events(ClientPath client) {
    return firm
        .table
        .partition("FIRM#" + firm.id + "#CLIENT#" + client.client() + "#EVENTS")
        .stream()
        .map(Event::fromItem)
        .toList();
  }

  /** Returns each fault of an answer as its pointer and code. */
  static List<String> faults(Exchange.Answer answer) {
    return ((List<?>) answer.get("errors"))
        .stream()
            .map(fault -> (Map<?, ?>) fault)
            .map(fault -> fault.get("pointer") + " " + fault.get("code"))
            .toList();
  }
}
