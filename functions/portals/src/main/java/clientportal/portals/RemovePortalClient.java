package clientportal.portals;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.events.EventData.PortalClientRemoved;
import clientportal.access.ids.ClientId;
import clientportal.access.keys.PortalPath;
import clientportal.access.records.Portal;
import clientportal.platform.Ids;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import java.util.List;

/** Takes a client out of a portal: its members see nothing of it from the next request on. */
record RemovePortalClient(Access access, Table table, Ids ids) {
  void handle(Caller caller, PortalPath path, ClientId client) {
    Attempts.run(() -> attempt(caller, path, client));
  }

  private void attempt(Caller caller, PortalPath path, ClientId client) {
    PortalEdit edit = PortalEdit.of(access, caller, path, List.of(), table, ids);
    Portal before = edit.before();
    if (!before.clients().contains(client)) {
      throw ProblemException.notFound();
    }
    before.requireLive();
    List<ClientId> left = before.clients().stream().filter(each -> !each.equals(client)).toList();
    if (left.isEmpty()) {
      throw ProblemException.statusConflict(
          "last-client", "It is the last client of the portal. Archive the portal instead.");
    }
    Portal after = before.withClients(left);
    edit.save(after, new NewClients(List.of()), new PortalClientRemoved(after.named(), client));
  }
}
