package clientportal.portals;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.events.EventData.PortalClientsAdded;
import clientportal.access.ids.ClientId;
import clientportal.access.keys.PortalPath;
import clientportal.access.records.Portal;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.ArrayList;
import java.util.List;

/** Adds clients to a portal; its members see at once what is open to them. */
record AddPortalClients(Access access, Table table, Ids ids) {
  WholePortal handle(Caller caller, PortalPath path, Body<NewClients> body) {
    return Attempts.run(() -> attempt(caller, path, body));
  }

  private WholePortal attempt(Caller caller, PortalPath path, Body<NewClients> body) {
    List<Key> keys = body.ifValid().map(valid -> valid.keys(path.firm())).orElse(List.of());
    PortalEdit edit = PortalEdit.of(access, caller, path, keys, table, ids);
    NewClients command = body.read();
    List<Fault> unknown = command.unknown(path.firm(), edit.reach().items());
    if (!unknown.isEmpty()) {
      throw ProblemException.unknownReferences(unknown);
    }
    Portal before = edit.before();
    before.requireLive();
    List<ClientId> added =
        command.ids().stream().filter(client -> !before.clients().contains(client)).toList();
    if (added.isEmpty()) {
      return edit.whole(before);
    }
    List<ClientId> clients = new ArrayList<>(before.clients());
    clients.addAll(added);
    if (clients.size() > Portal.MOST_CLIENTS) {
      throw new ProblemException(
          ProblemType.LIMIT_REACHED, "A portal has at most " + Portal.MOST_CLIENTS + " clients.");
    }
    Portal after = before.withClients(clients);
    return edit.save(after, command, new PortalClientsAdded(after.named(), added));
  }
}
