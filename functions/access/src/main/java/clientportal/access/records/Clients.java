package clientportal.access.records;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.ClientCreated;
import clientportal.access.events.Recorder;
import clientportal.access.ids.FolderId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.Ids;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes new clients, each with the folder that the client may upload into; nobody is notified.
 * Staff create clients, and so do people who register.
 */
public final class Clients {
  private static final String UPLOADS = "Client Uploads";

  private Clients() {}

  /** Returns the writes that create a client with revision 1. */
  public static List<Write> create(Client client, Actor actor, Ids ids) {
    Folder uploads = uploads(client.path(), new FolderId(ids.next()), client.createdAt());
    List<Write> writes = new ArrayList<>();
    writes.add(Write.create(client.toItem()));
    client
        .email()
        .map(email -> TableKeys.clientEmail(client.path(), email))
        .map(at -> Write.create(Fields.of().with("clientId", client.id().value()).at(at)))
        .ifPresent(writes::add);
    writes.add(Write.create(uploads.toItem()));
    writes.addAll(FeedRow.creations(uploads));
    writes.add(
        new Recorder(ids, actor, client.createdAt())
            .record(
                new ClientCreated(
                    client.path(), client.name(), client.kind().text(), uploads.named())));
    return writes;
  }

  /** The folder that every client has from the start, whatever its kind. */
  private static Folder uploads(ClientPath client, FolderId id, Instant now) {
    Grant grant = new Grant(Recipient.CLIENT, AccessLevel.VIEW_UPLOAD, now, Optional.empty());
    return new Folder(
        new FolderPath(client, id), UPLOADS, now, false, new Grants(List.of(grant)), 1);
  }
}
