package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.Answering;
import clientportal.access.events.EventData.DocumentAdded;
import clientportal.access.events.EventData.DocumentTypeChanged;
import clientportal.access.events.EventData.DocumentUploaded;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.EventData.UploadRejected;
import clientportal.access.events.Recorder;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.RequestItemPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AnsweredItem;
import clientportal.access.records.By;
import clientportal.access.records.Client;
import clientportal.access.records.Engagement;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.access.records.ItemFile;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.Arrival;
import clientportal.access.requests.StartedItems;
import clientportal.platform.Ids;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Condition;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import clientportal.uploads.ContentType;
import clientportal.uploads.Finding;
import clientportal.uploads.ObjectEvent;
import clientportal.uploads.Rejection;
import clientportal.uploads.StoredFiles;
import clientportal.uploads.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Verifies the stored bytes of a declared version against its declaration, waits for the result of
 * their malware scan, and decides again whether the person who declared it may upload, since a URL
 * outlives the permission for which it was signed: only then is it available, and are others
 * notified. Events arrive more than once, late and in any order; a version is settled once. A
 * document that answers an item of an engagement becomes one of its files in the same transaction,
 * and open to the item's assignee; if the item has moved on meanwhile, it stays as it is.
 *
 * @param scans whether the bucket is scanned for malware
 */
record ConfirmUpload(
    Table table, StoredFiles files, String bucket, boolean scans, Ids ids, Clock clock) {

  /** What became of an event. */
  enum Outcome {
    AVAILABLE,
    REJECTED,
    /** The bytes are verified; the result of their malware scan is awaited. */
    SCANNING,
    /** An earlier event has settled it. */
    SETTLED_BEFORE,
    /** There is no such version, or its upload was deleted because it took too long. */
    NOT_DECLARED,
    /** The object does not exist. */
    GONE,
    /** It is not the object of a document. */
    FOREIGN;

    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  Outcome handle(ObjectEvent event) {
    Optional<VersionKey> key = VersionKey.parse(event.key());
    if (!event.bucket().equals(bucket) || key.isEmpty()) {
      return Outcome.FOREIGN;
    }
    return switch (event) {
      case ObjectEvent.ObjectCreated _ -> settle(key.get());
      case ObjectEvent.ObjectScanned scanned -> settle(key.get(), scanned.verdict());
    };
  }

  /** Settles a version by the bytes that are stored now. */
  Outcome settle(VersionKey key) {
    return Attempts.run(() -> attempt(key, Optional.empty()));
  }

  /** Settles a version by the bytes that are stored now and the result of their scan. */
  Outcome settle(VersionKey key, Verdict verdict) {
    return Attempts.run(() -> attempt(key, Optional.of(verdict)));
  }

  private Outcome attempt(VersionKey key, Optional<Verdict> verdict) {
    Optional<Upload> declared =
        table.find(Upload.key(key.document(), key.version())).map(Upload::fromItem);
    if (declared.isEmpty()) {
      return withoutUpload(key);
    }
    Upload upload = declared.get();
    return switch (upload.status()) {
      case PENDING -> arrived(upload, verdict);
      case SCANNING -> scanned(settling(upload), upload.scanned().orElseThrow(), verdict);
      case AVAILABLE, REJECTED -> Outcome.SETTLED_BEFORE;
    };
  }

  /** An upload that became available has left its document behind. */
  private Outcome withoutUpload(VersionKey key) {
    Key declared = Upload.key(key.document(), key.version());
    List<Key> document = TableKeys.documentKeys(key.document());
    List<Key> keys = new ArrayList<>(document);
    keys.add(declared);
    Items items = table.readSnapshot(keys);
    if (items.at(declared).isPresent()) {
      throw new ConflictException("the version is being declared");
    }
    Optional<Document> given =
        items.newest(document).map(Document::fromItem).filter(is -> key.version() <= is.versions());
    // The function may have ended before it did what an arrival leads to.
    given
        .flatMap(Document::answers)
        .ifPresent(answers -> noteArrival(answers.path(key.document().client()), key.document()));
    return given.isPresent() ? Outcome.SETTLED_BEFORE : Outcome.NOT_DECLARED;
  }

  private void noteArrival(RequestItemPath item, DocumentPath document) {
    new StartedItems(table).arrived(item, document.document());
  }

  /** Reads what the person who declared an upload may do now, and what it becomes a part of. */
  private Settling settling(Upload upload) {
    DocumentPath path = upload.path();
    Key client = TableKeys.client(path.folder().client());
    Access access = new Access(table, clock);
    Caller declarer = Caller.absent(upload.version().declaredBy());
    // While its first version is declared, a document is at none of its keys.
    boolean first = upload.version().number() == Version.FIRST;
    Reach reach =
        first
            ? access.reach(declarer, path.folder(), keys(upload, client))
            : access.reach(declarer, path, List.of(client));
    Optional<Arrival> arrival = upload.answers().map(answers -> arrival(answers, upload, reach));
    Optional<Document> document =
        first ? Optional.empty() : reach.subject().map(Document::fromItem);
    Optional<PersonId> replaced =
        document
            .map(Document::current)
            .filter(current -> current.number() < upload.version().number())
            .map(Version::declaredBy);
    return new Settling(
        upload,
        arrival
            .map(Arrival::item)
            .map(reach::allowsArrival)
            .orElseGet(() -> reach.allowsArrival(replaced)),
        document,
        arrival,
        reach.folder(),
        Client.fromItem(reach.item(client)),
        new Recorder(ids, upload.version().uploadedBy(), reach.now()),
        reach.now());
  }

  private static List<Key> keys(Upload upload, Key client) {
    List<Key> keys = new ArrayList<>(List.of(client));
    upload
        .answers()
        .map(answers -> answers.path(upload.path().client()))
        .ifPresent(item -> {
          keys.add(RequestKeys.requestItem(item));
          keys.add(RequestKeys.engagement(item.engagement()));
        });
    return keys;
  }

  private static Arrival arrival(AnsweredItem answers, Upload upload, Reach reach) {
    RequestItemPath item = answers.path(upload.path().client());
    return Arrival.of(
        Engagement.fromItem(reach.item(RequestKeys.engagement(item.engagement()))),
        RequestItem.fromItem(reach.item(RequestKeys.requestItem(item))),
        answers.round(),
        new By(upload.version().uploadedBy(), reach.now()));
  }

  private Outcome arrived(Upload upload, Optional<Verdict> verdict) {
    Optional<StoredFiles.Stored> stored = files.stored(upload.objectKey());
    if (stored.isEmpty()) {
      return Outcome.GONE;
    }
    Settling settling = settling(upload);
    if (!settling.permitted()) {
      return reject(settling, Rejection.PERMISSION_ENDED);
    }
    return switch (find(upload, stored.get())) {
      case Finding.Rejected(Rejection why) -> reject(settling, why);
      case Finding.Accepted(Optional<ContentType> detected) ->
          verified(settling.detected(detected), stored.get().eTag(), verdict);
    };
  }

  private Finding find(Upload upload, StoredFiles.Stored stored) {
    return Finding.of(
        upload.objectKey(), upload.version().declared(), upload.checksum(), stored, files);
  }

  private Outcome verified(Settling settling, String eTag, Optional<Verdict> verdict) {
    if (scans && verdict.filter(is -> is.eTag().equals(eTag)).isEmpty()) {
      Upload upload = settling.upload();
      Upload verified = upload.verified(eTag, settling.now());
      table.write(List.of(Write.replace(verified.toItem(), upload.revision())));
      return Outcome.SCANNING;
    }
    return scanned(settling, eTag, verdict);
  }

  /** Other bytes than the verified ones may have been scanned, if there were others before. */
  private Outcome scanned(Settling settling, String eTag, Optional<Verdict> verdict) {
    if (!scans) {
      return accept(settling);
    }
    return verdict
        .filter(is -> is.eTag().equals(eTag))
        .map(is ->
            is.result()
                .rejection()
                .map(why -> reject(settling, why))
                .orElseGet(() -> accept(settling)))
        .orElse(Outcome.SCANNING);
  }

  /** The permission may also end while the bytes are scanned. */
  private Outcome accept(Settling settling) {
    if (!settling.permitted()) {
      return reject(settling, Rejection.PERMISSION_ENDED);
    }
    table.write(settling.accept());
    settling.unwritten().ifPresent(item -> noteArrival(item, settling.upload().path()));
    return Outcome.AVAILABLE;
  }

  private Outcome reject(Settling settling, Rejection why) {
    table.write(settling.reject(why));
    return Outcome.REJECTED;
  }

  /**
   * What is written when the wait for an upload ends.
   *
   * @param permitted whether the person who declared it could declare it now
   * @param arrival what it changes of the item that it answers, if it answers one
   */
  private record Settling(
      Upload upload,
      boolean permitted,
      Optional<Document> document,
      Optional<Arrival> arrival,
      Folder folder,
      Client client,
      Recorder recorder,
      Instant now) {
    /** Returns the item that the arrival found started, and so does not write. */
    Optional<RequestItemPath> unwritten() {
      return arrival.filter(of -> !of.late() && of.started().isEmpty()).map(of -> of.item().path());
    }

    /** Returns the same with the type that the first bytes are of. */
    Settling detected(Optional<ContentType> type) {
      return new Settling(
          upload.detected(type), permitted, document, arrival, folder, client, recorder, now);
    }

    List<Write> reject(Rejection found) {
      Version version = upload.version();
      List<Write> writes = new ArrayList<>(PendingUploads.remove(upload));
      writes.add(Write.replace(upload.reject(found).toItem(), upload.revision()));
      writes.add(
          recorder
              .by(Actor.PORTAL)
              .record(
                  new UploadRejected(
                      named(version),
                      version.number(),
                      found.code(),
                      version.uploadedBy(),
                      arrival.map(to -> to.item().path()),
                      client.team())));
      return writes;
    }

    List<Write> accept() {
      List<Write> writes = new ArrayList<>(PendingUploads.remove(upload));
      writes.add(new Write.Delete(upload.key(), Condition.revision(upload.revision())));
      if (upload.version().number() == Version.FIRST) {
        writes.addAll(first());
        return writes;
      }
      Document before =
          document.orElseThrow(() -> new IllegalStateException("a version without document"));
      Version version = upload.named() ? upload.version() : upload.version().named(before.name());
      if (before.current().number() > version.number()) {
        // A newer version is available already: this one is an older version, and nobody is
        // notified.
        writes.add(Write.create(Document.replacedItem(upload.path(), version)));
        writes.add(added(version, Grants.NONE, Optional.empty(), List.of()));
        return writes;
      }
      Optional<DocumentTypeId> type = upload.typed() ? upload.type() : before.type();
      Document after = before.replacedBy(version, type);
      writes.add(Write.replace(after.toItem(), before.revision()));
      writes.add(Write.create(before.replacedItem()));
      writes.addAll(FeedRow.changes(before.shared(), after.shared()));
      writes.add(added(version, folder.grants().and(before.grants())));
      if (!type.equals(before.type())) {
        writes.add(recorder.record(new DocumentTypeChanged(named(version), type)));
      }
      return writes;
    }

    private List<Write> first() {
      Document alone = Document.first(upload);
      Document made =
          upload
              .answers()
              .flatMap(answers -> arrival.map(to -> AnsweredItem.of(to.item(), answers.round())))
              .map(answers -> alone.answering(answers, now))
              .orElse(alone);
      List<Write> writes = new ArrayList<>();
      writes.add(Write.create(made.toItem()));
      writes.addAll(FeedRow.creations(made.shared()));
      made.answers().ifPresent(answers -> writes.add(Write.create(file(answers).toItem())));
      arrival.map(Arrival::writes).ifPresent(writes::addAll);
      writes.add(
          added(
              upload.version(),
              folder.grants().and(made.grants()),
              made.answers().map(this::answering),
              client.team()));
      return writes;
    }

    private ItemFile file(AnsweredItem answers) {
      return new ItemFile(
          answers.path(client.path()),
          upload.path(),
          answers.round(),
          isLate(),
          false,
          new By(upload.version().uploadedBy(), now));
    }

    private boolean isLate() {
      return arrival.filter(Arrival::late).isPresent();
    }

    private Answering answering(AnsweredItem answers) {
      return new Answering(answers.engagement(), answers.item(), isLate(), answers.assignee());
    }

    /** Readers are notified of what staff add, and the team of what others upload. */
    private Write added(Version version, Grants open) {
      return added(version, open, Optional.empty(), client.team());
    }

    private Write added(
        Version version, Grants open, Optional<Answering> answers, List<StaffId> team) {
      NamedDocument document = named(version);
      return recorder.record(
          version.uploadedBy().as() == Actor.As.STAFF
              ? new DocumentAdded(document, version.number(), answers, recipients(open))
              : new DocumentUploaded(document, version.number(), answers, team));
    }

    private List<Recipient> recipients(Grants open) {
      return open.inForce(now).stream().map(Grant::recipient).distinct().toList();
    }

    private NamedDocument named(Version version) {
      return new NamedDocument(folder.named(), upload.path().document(), version.declared().name());
    }
  }
}
