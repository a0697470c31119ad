package clientportal.tasks;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.DocumentShared;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.EventData.Recipients;
import clientportal.access.events.Recorder;
import clientportal.access.ids.DocumentId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FeedRow;
import clientportal.access.records.FirmSharePolicy;
import clientportal.access.records.Folder;
import clientportal.access.records.SharedDocument;
import clientportal.access.shares.NewShares;
import clientportal.access.shares.Sharing;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import clientportal.tasks.TaskShapes.Attachment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Opens the documents of a task to its assignees, in the transaction of the task. Nobody is
 * notified of that: the task notifies. Who can read a document already gets no second grant.
 *
 * @param items read with {@link #keys}
 * @param now when they are shared
 */
record Attachments(Items items, Instant now) {

  /**
   * What is written to share documents.
   *
   * @param shared those that are open to somebody new by it
   */
  record Planned(List<Write> writes, List<DocumentId> shared) {}

  static List<DocumentPath> paths(ClientPath client, List<Attachment> attachments) {
    return attachments.stream()
        .map(each -> new DocumentPath(new FolderPath(client, each.folder()), each.document()))
        .toList();
  }

  /** Returns the keys that sharing documents needs. */
  static Stream<Key> keys(ClientPath client, List<DocumentPath> documents) {
    return documents.isEmpty()
        ? Stream.of()
        : Stream.concat(
            Stream.of(TableKeys.sharePolicy(client.firm())),
            documents.stream()
                .flatMap(document ->
                    Stream.concat(
                        Stream.of(TableKeys.folder(document.folder())),
                        TableKeys.documentKeys(document).stream()))
                .distinct());
  }

  /** Returns the keys of documents that were found at none of theirs: they may have moved. */
  static List<Key> missing(List<DocumentPath> documents, Items items) {
    return documents.stream()
        .map(TableKeys::documentKeys)
        .filter(keys -> items.newest(keys).isEmpty())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Requires that the documents exist.
   *
   * @throws ProblemException {@code unknown-reference}
   */
  void require(List<DocumentPath> documents) {
    List<Fault> unknown = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      if (items.newest(TableKeys.documentKeys(documents.get(i))).isEmpty()
          || folder(documents.get(i)).isEmpty()) {
        unknown.add(
            Fault.at(
                "/attachments/" + i,
                Fault.Code.UNKNOWN,
                "is no document of the client in that folder"));
      }
    }
    if (!unknown.isEmpty()) {
      throw ProblemException.unknownReferences(unknown);
    }
  }

  /**
   * Opens documents to assignees.
   *
   * @throws ProblemException {@code archived}, {@code not-shareable}, {@code limit-reached}
   */
  Planned share(List<Share> shares, Recorder recorder) {
    List<Write> writes = new ArrayList<>();
    List<DocumentId> shared = new ArrayList<>();
    Set<FolderPath> inherited = new LinkedHashSet<>();
    for (Share share : shares) {
      Folder folder = folder(share.document()).orElseThrow();
      SharedDocument before = document(share.document());
      requireShareable(folder, before);
      Grants open = new Grants(before.grants().inForce(now));
      Grants ofFolder = new Grants(folder.grants().inForce(now));
      List<Recipient.Party> gain = new ArrayList<>();
      for (Recipient.Party party : share.assignees()) {
        if (isOpen(party, ofFolder)) {
          inherited.add(folder.path());
        } else if (!isOpen(party, open)) {
          gain.add(party);
        }
      }
      if (!gain.isEmpty()) {
        SharedDocument after = before.withGrants(with(open, gain));
        requireRoom(after);
        writes.add(after.saveGrants());
        writes.addAll(FeedRow.changes(before, after));
        writes.add(recorder.record(shared(folder, before, open, ofFolder, gain)));
        shared.add(share.document().document());
      }
    }
    inherited.stream()
        .map(path -> folder(path).orElseThrow())
        .map(folder ->
            Write.check(TableKeys.folder(folder.path()), Condition.revision(folder.revision())))
        .forEach(writes::add);
    return new Planned(writes, shared);
  }

  /** A document, and those to whom it is to be open. */
  record Share(DocumentPath document, List<Recipient.Party> assignees) {}

  private Optional<Folder> folder(DocumentPath document) {
    return folder(document.folder());
  }

  private Optional<Folder> folder(FolderPath path) {
    return items.at(TableKeys.folder(path)).map(Folder::fromItem);
  }

  private SharedDocument document(DocumentPath path) {
    return items
        .newest(TableKeys.documentKeys(path))
        .map(SharedDocument::fromItem)
        .orElseThrow(() -> new IllegalStateException("the document was not read"));
  }

  private void requireShareable(Folder folder, SharedDocument document) {
    if (document.archived()) {
      throw new ProblemException(
          ProblemType.ARCHIVED, "Take the document out of the archive first.");
    }
    folder.requireLive();
    if (FirmSharePolicy.of(document.path().client().firm(), items)
        .policy()
        .closes(document.documentType())) {
      throw Sharing.notShareable();
    }
  }

  /** Tells whether grants open an item to somebody for good. */
  private static boolean isOpen(Recipient.Party party, Grants grants) {
    Stream<Recipient> reaching =
        party instanceof Recipient.OfClient
            ? Stream.of(party, Recipient.ALL_AUTHORIZED)
            : Stream.of(party);
    return reaching.anyMatch(
        recipient -> grants.to(recipient).filter(is -> is.expiresAt().isEmpty()).isPresent());
  }

  private Grants with(Grants before, List<Recipient.Party> gain) {
    List<Grant> grants = new ArrayList<>(before.all());
    grants.removeIf(grant -> gain.contains(grant.recipient()));
    gain.forEach(party ->
        grants.add(
            before
                .to(party)
                .map(had -> new Grant(party, had.access(), had.sharedAt(), Optional.empty()))
                .orElseGet(() -> new Grant(party, AccessLevel.VIEW, now, Optional.empty()))));
    return new Grants(grants);
  }

  private static void requireRoom(SharedDocument document) {
    long chosen =
        document.grants().all().stream()
            .filter(grant -> grant.recipient() instanceof Recipient.Party)
            .count();
    if (chosen > NewShares.MOST_CHOSEN) {
      throw new ProblemException(
          ProblemType.LIMIT_REACHED,
          "A document can be shared with %d recipients.".formatted(NewShares.MOST_CHOSEN));
    }
  }

  private static DocumentShared shared(
      Folder folder,
      SharedDocument document,
      Grants open,
      Grants ofFolder,
      List<Recipient.Party> gain) {
    List<Recipient> gained =
        gain.stream()
            .<Recipient>map(party -> party)
            .filter(party -> open.to(party).isEmpty())
            .toList();
    List<Recipient> changed =
        gain.stream()
            .<Recipient>map(party -> party)
            .filter(party -> open.to(party).isPresent())
            .toList();
    return new DocumentShared(
        new NamedDocument(folder.named(), document.path().document(), document.name()),
        new Recipients(
            gained, List.of(), changed, List.of(), List.of(), open.and(ofFolder).all().isEmpty()),
        List.of());
  }
}
