package clientportal.clients;

import clientportal.access.Access;
import clientportal.access.AccountStatus;
import clientportal.access.Client;
import clientportal.access.ClientPath;
import clientportal.access.Event;
import clientportal.access.FeedRow;
import clientportal.access.FirmPath;
import clientportal.access.Folder;
import clientportal.access.FolderPath;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.TableKeys;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Action;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.EventId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.PersonId;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates a client, and with it the folder that the client may upload into; nobody is told. */
final class CreateClient {
  private static final String UPLOADS = "Client Uploads";

  private final Access access;
  private final Table table;
  private final Ids ids;

  CreateClient(Access access, Table table, Ids ids) {
    this.access = access;
    this.table = table;
    this.ids = ids;
  }

  Client handle(PersonId caller, FirmPath firm, Body<NewClient> body, Idempotency idempotency) {
    return Attempts.run(() -> attempt(caller, firm, body, idempotency));
  }

  private Client attempt(
      PersonId caller, FirmPath firm, Body<NewClient> body, Idempotency idempotency) {
    Reach reach = access.reach(caller, firm, idempotency.keys());
    reach.require(Action.CREATE_CLIENT);
    NewClient command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    if (earlier.isPresent()) {
      return read(new ClientPath(firm.firm(), new ClientId(earlier.get())));
    }
    Client client =
        new Client(
            new ClientPath(firm.firm(), new ClientId(ids.next())),
            command.kind(),
            command.name(),
            command.email(),
            command.phone(),
            reach.now(),
            List.of(),
            AccountStatus.NONE,
            1);
    Folder uploads = uploads(client.path(), reach.now());
    List<Write> writes = new ArrayList<>(idempotency.remember(client.id().value(), reach.now()));
    writes.add(Write.create(client.toItem()));
    client
        .email()
        .map(email -> TableKeys.clientEmail(client.path(), email))
        .map(at -> Write.create(Fields.of().with("clientId", client.id().value()).at(at)))
        .ifPresent(writes::add);
    writes.add(Write.create(uploads.toItem()));
    uploads.grants().all().forEach(grant -> writes.add(FeedRow.of(uploads, grant).put()));
    writes.add(created(client, uploads, reach).create());
    table.write(writes);
    return client;
  }

  /** Every client has it from the start, whatever its kind. */
  private Folder uploads(ClientPath client, Instant now) {
    Grant grant = new Grant(Recipient.CLIENT, AccessLevel.VIEW_UPLOAD, now, Optional.empty());
    return new Folder(
        new FolderPath(client, new FolderId(ids.next())),
        UPLOADS,
        now,
        false,
        new Grants(List.of(grant)),
        1);
  }

  private Event created(Client client, Folder uploads, Reach reach) {
    return Event.ofClient(
        client.path(),
        new EventId(ids.next()),
        Event.Type.ClientCreated,
        reach.now(),
        reach.actor(),
        Fields.of()
            .with("name", client.name())
            .with("kind", client.kind().text())
            .with("folderId", uploads.id().value())
            .with("folderName", uploads.name())
            .build(),
        List.of());
  }

  private Client read(ClientPath path) {
    Key key = TableKeys.client(path);
    return table
        .read(List.of(key))
        .at(key)
        .map(item -> Client.fromItem(path, item))
        .orElseThrow(() -> new IllegalStateException("a remembered client is gone"));
  }
}
