package clientportal.clients;

import clientportal.access.Access;
import clientportal.access.Client;
import clientportal.access.ClientPath;
import clientportal.access.Reach;
import clientportal.access.TableKeys;
import clientportal.access.decision.Action;
import clientportal.access.ids.PersonId;
import java.util.List;

/** Shows a client to the firm's staff. */
final class GetClient {
  private final Access access;

  GetClient(Access access) {
    this.access = access;
  }

  Client handle(PersonId caller, ClientPath path) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.READ_CLIENT);
    return Client.fromItem(path, reach.item(TableKeys.client(path)));
  }
}
