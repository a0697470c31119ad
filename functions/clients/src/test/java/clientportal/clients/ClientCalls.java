package clientportal.clients;

import clientportal.access.Client;
import clientportal.access.ClientPath;
import clientportal.access.Event;
import clientportal.access.FirmPath;
import clientportal.access.TableKeys;
import clientportal.access.TestFirm;
import clientportal.access.ids.PersonId;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Key;
import java.util.List;
import java.util.Map;

/** Calls about the clients of a firm, and what the table then says of them. */
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

  private Exchange of(String method, PersonId caller, Object client, String rest) {
    return Exchange.of(method, new FirmPath(firm.id) + "/clients/" + client + rest)
        .as(caller.value())
        .path("firmId", firm.id)
        .path("clientId", client);
  }

  Client stored(ClientPath path) {
    Key key = TableKeys.client(path);
    return Client.fromItem(path, firm.table.read(List.of(key)).at(key).orElseThrow());
  }

  List<Event> events(ClientPath client) {
    return firm
        .table
        .partition("FIRM#" + firm.id + "#CLIENT#" + client.client() + "#EVENTS")
        .stream()
        .map(Event::fromItem)
        .toList();
  }

  /** Returns the faults of an answer, each as its pointer and its code. */
  static List<String> faults(Exchange.Answer answer) {
    return ((List<?>) answer.get("errors"))
        .stream()
            .map(fault -> (Map<?, ?>) fault)
            .map(fault -> fault.get("pointer") + " " + fault.get("code"))
            .toList();
  }
}
