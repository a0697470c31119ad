package clientportal.clients;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import java.util.List;

/** Shows a client to the firm's staff. */
record GetClient(Access access) {
  Client handle(Caller caller, ClientPath path) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.READ_CLIENT);
    return Client.fromItem(reach.item(TableKeys.client(path)));
  }
}
