package clientportal.clients;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.ids.ClientId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Client;
import clientportal.access.records.Clients;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates a client, with the folder that the client may upload into; nobody is notified. */
record CreateClient(Access access, Table table, Ids ids) {
  Client handle(Caller caller, FirmPath firm, Body<NewClient> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, firm, body, idempotency));
  }

  private Client attempt(
      Caller caller, FirmPath firm, Body<NewClient> body, Idempotency idempotency) {
    Reach reach = access.reach(caller, firm, idempotency.keys());
    reach.require(Action.CREATE_CLIENT);
    NewClient command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    if (earlier.isPresent()) {
      ClientPath path = new ClientPath(firm.firm(), new ClientId(earlier.get()));
      return Client.fromItem(table.require(TableKeys.client(path)));
    }
    Client client =
        new Client(
            new ClientPath(firm.firm(), new ClientId(ids.next())),
            command.kind(),
            command.name(),
            command.email(),
            command.email().filter(_ -> reach.allows(Action.MANAGE_ACCOUNT)).map(_ -> reach.now()),
            command.phone(),
            reach.now(),
            List.of(),
            AccountStatus.NONE,
            1);
    List<Write> writes = new ArrayList<>(idempotency.remember(client.id().value(), reach.now()));
    writes.addAll(Clients.create(client, reach.actor(), ids));
    table.write(writes);
    return client;
  }
}
