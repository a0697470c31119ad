package clientportal.documents;

import clientportal.access.Actor;
import clientportal.access.Client;
import clientportal.access.ClientPath;
import clientportal.access.Event;
import clientportal.access.Folder;
import clientportal.access.TableKeys;
import clientportal.access.decision.Grant;
import clientportal.access.ids.EventId;
import clientportal.access.ids.StaffId;
import clientportal.platform.Ids;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Holds the stored bytes of a declared document against its declaration: only then is it available,
 * and are others told. Events come more than once, late and in any order; a document is settled
 * once.
 */
final class ConfirmUpload {
  private final Table table;
  private final DocumentFiles files;
  private final String bucket;
  private final Ids ids;
  private final Clock clock;

  ConfirmUpload(Table table, DocumentFiles files, String bucket, Ids ids, Clock clock) {
    this.table = table;
    this.files = files;
    this.bucket = bucket;
    this.ids = ids;
    this.clock = clock;
  }

  /** What became of an event. */
  enum Outcome {
    AVAILABLE,
    REJECTED,
    /** An earlier event has settled it. */
    SETTLED_BEFORE,
    /** Nobody declared such a document. */
    NOT_DECLARED,
    /** The object is not there any more. */
    GONE,
    /** It is no object of a document. */
    FOREIGN;

    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  Outcome handle(ObjectCreated event) {
    Optional<ObjectKey> key = ObjectKey.parse(event.key());
    if (!event.bucket().equals(bucket) || key.isEmpty() || key.get().version() != Document.FIRST) {
      return Outcome.FOREIGN;
    }
    return Attempts.run(() -> attempt(key.get()));
  }

  private Outcome attempt(ObjectKey key) {
    ClientPath client = key.document().folder().client();
    Key folder = TableKeys.folder(key.document().folder());
    Key available = Document.availableKey(key.document());
    Key unavailable = Document.unavailableKey(key.document());
    Items items = table.read(List.of(available, unavailable, folder, TableKeys.client(client)));
    Optional<Document> declared =
        items.at(unavailable).map(item -> Document.fromItem(key.document().folder(), item));
    if (items.at(available).isPresent()
        || declared.filter(it -> it.status() != DocumentStatus.PENDING).isPresent()) {
      return Outcome.SETTLED_BEFORE;
    }
    if (declared.isEmpty()) {
      return Outcome.NOT_DECLARED;
    }
    Optional<DocumentFiles.Stored> stored = files.stored(key);
    if (stored.isEmpty()) {
      return Outcome.GONE;
    }
    Document settled = declared.get().settle(Findings.against(declared.get(), stored.get(), files));
    settle(
        settled,
        declared.get(),
        Folder.fromItem(client, require(items, folder)),
        Client.fromItem(client, require(items, TableKeys.client(client))));
    return settled.status() == DocumentStatus.AVAILABLE ? Outcome.AVAILABLE : Outcome.REJECTED;
  }

  private static Item require(Items items, Key key) {
    return items
        .at(key)
        .orElseThrow(() -> new IllegalStateException("a document without " + key.sk()));
  }

  private void settle(Document settled, Document declared, Folder folder, Client client) {
    Instant now = clock.instant();
    if (settled.status() == DocumentStatus.REJECTED) {
      Event rejected = event(settled, folder, now, Event.Type.DocumentRejected, List.of());
      table.write(List.of(Write.replace(settled.toItem(), declared.revision()), rejected.create()));
      return;
    }
    Event told =
        settled.uploadedBy().as() == Actor.As.STAFF
            ? event(settled, folder, now, Event.Type.DocumentAdded, readers(folder, now))
            : event(settled, folder, now, Event.Type.DocumentUploaded, team(client));
    table.write(
        List.of(
            new Write.Delete(
                Document.unavailableKey(declared.path()), Condition.revision(declared.revision())),
            Write.create(settled.toItem()),
            told.create()));
  }

  private static List<String> readers(Folder folder, Instant now) {
    return folder.grants().inForce(now).stream()
        .map(Grant::recipient)
        .map(recipient -> recipient.text())
        .toList();
  }

  private static List<String> team(Client client) {
    return client.team().stream().map(StaffId::value).toList();
  }

  private Event event(
      Document document, Folder folder, Instant now, Event.Type type, List<String> audience) {
    return Event.ofClient(
        folder.path().client(),
        new EventId(ids.next()),
        type,
        now,
        document.uploadedBy(),
        Fields.of()
            .with("folderId", folder.id().value())
            .with("folderName", folder.name())
            .with("documentId", document.id().value())
            .with("documentName", document.declared().name())
            .build(),
        audience);
  }
}
