package clientportal.documents;

import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.DocumentAdded;
import clientportal.access.events.EventData.DocumentRejected;
import clientportal.access.events.EventData.DocumentUploaded;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.Recorder;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.platform.Ids;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Holds the stored bytes of a declared version against its declaration: only then is it available,
 * and are others told. Events come more than once, late and in any order; a version is settled
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
    /** Nobody declared such a version, or it was waited for too long. */
    NOT_DECLARED,
    /** The object is not there, or not any more. */
    GONE,
    /** It is no object of a document. */
    FOREIGN;

    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  Outcome handle(ObjectCreated event) {
    Optional<ObjectKey> key = ObjectKey.parse(event.key());
    if (!event.bucket().equals(bucket) || key.isEmpty()) {
      return Outcome.FOREIGN;
    }
    return settle(key.get());
  }

  /** Settles a version by what is stored of it now. */
  Outcome settle(ObjectKey key) {
    return Attempts.run(() -> attempt(key));
  }

  private Outcome attempt(ObjectKey key) {
    ClientPath client = key.document().folder().client();
    Key folder = TableKeys.folder(key.document().folder());
    DocumentPath path = key.document();
    Key available = Document.key(path);
    Key archived = Document.archivedKey(path);
    Key declared = Upload.key(path, key.version());
    Items items =
        table.read(List.of(available, archived, declared, folder, TableKeys.client(client)));
    Optional<Upload> upload = items.at(declared).map(Upload::fromItem);
    Optional<Document> document =
        items.at(available).or(() -> items.at(archived)).map(Document::fromItem);
    if (upload.isEmpty()) {
      boolean given = document.filter(it -> key.version() <= it.versions()).isPresent();
      return given ? Outcome.SETTLED_BEFORE : Outcome.NOT_DECLARED;
    }
    if (upload.get().status() != DocumentStatus.PENDING) {
      return Outcome.SETTLED_BEFORE;
    }
    Optional<DocumentFiles.Stored> stored = files.stored(key);
    if (stored.isEmpty()) {
      return Outcome.GONE;
    }
    Settling settling =
        new Settling(
            upload.get(),
            document,
            Folder.fromItem(require(items, folder)),
            Client.fromItem(require(items, TableKeys.client(client))),
            clock.instant());
    Optional<Rejection> found = Findings.against(upload.get(), stored.get(), files);
    table.write(found.map(settling::reject).orElseGet(settling::accept));
    return found.isPresent() ? Outcome.REJECTED : Outcome.AVAILABLE;
  }

  private static Item require(Items items, Key key) {
    return items
        .at(key)
        .orElseThrow(() -> new IllegalStateException("a document without " + key.sk()));
  }

  /** What is written when the wait for an upload ends. */
  private final class Settling {
    private final Upload upload;
    private final Optional<Document> document;
    private final Folder folder;
    private final Client client;
    private final Instant now;

    Settling(
        Upload upload, Optional<Document> document, Folder folder, Client client, Instant now) {
      this.upload = upload;
      this.document = document;
      this.folder = folder;
      this.client = client;
      this.now = now;
    }

    List<Write> reject(Rejection found) {
      return List.of(
          Write.replace(upload.reject(found).toItem(), upload.revision()),
          record(new DocumentRejected(named(upload.version()), upload.version().number())));
    }

    List<Write> accept() {
      List<Write> writes = new ArrayList<>();
      writes.add(new Write.Delete(upload.key(), Condition.revision(upload.revision())));
      if (upload.version().number() == Version.FIRST) {
        writes.add(Write.create(Document.first(upload).toItem()));
        writes.add(added(upload.version(), folder.grants()));
        return writes;
      }
      Document before =
          document.orElseThrow(() -> new IllegalStateException("a version without document"));
      Version version = upload.named() ? upload.version() : upload.version().named(before.name());
      if (before.current().number() > version.number()) {
        // A newer one came first: this one is an old one from the beginning, and no news.
        writes.add(Write.create(Document.replacedItem(upload.path(), version)));
        writes.add(added(version, Grants.NONE, List.of()));
        return writes;
      }
      Document after = before.replacedBy(version);
      writes.add(Write.replace(after.toItem(), before.revision()));
      writes.add(Write.create(before.replacedItem()));
      writes.addAll(FeedRow.changes(before.shared(), after.shared()));
      writes.add(added(version, folder.grants().and(before.grants())));
      return writes;
    }

    /** Readers are notified of what staff add, the team of what others upload. */
    private Write added(Version version, Grants open) {
      return added(version, open, client.team());
    }

    private Write added(Version version, Grants open, List<StaffId> team) {
      NamedDocument document = named(version);
      return record(
          version.uploadedBy().as() == Actor.As.STAFF
              ? new DocumentAdded(document, version.number(), recipients(open))
              : new DocumentUploaded(document, version.number(), team));
    }

    private List<Recipient> recipients(Grants open) {
      return open.inForce(now).stream().map(Grant::recipient).distinct().toList();
    }

    private NamedDocument named(Version version) {
      return new NamedDocument(folder.named(), upload.path().document(), version.declared().name());
    }

    private Write record(EventData event) {
      return new Recorder(ids, upload.version().uploadedBy(), now).record(event);
    }
  }
}
