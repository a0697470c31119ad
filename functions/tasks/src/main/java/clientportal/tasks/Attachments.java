package clientportal.tasks;

import clientportal.access.Access;
import clientportal.access.Reach;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.DocumentId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Folder;
import clientportal.access.records.SharedDocument;
import clientportal.access.records.Task;
import clientportal.access.shares.FurtherReaders;
import clientportal.access.shares.Sharing;
import clientportal.platform.Ids;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The documents that are attached to a task, and who is to read which of them.
 *
 * @param reach with the documents, their folders and the firm's share policy
 */
record Attachments(List<DocumentPath> all, Reach reach) {

  /** Returns the keys of the documents and their folders. */
  static Stream<Key> keys(List<DocumentPath> all) {
    return all.stream()
        .flatMap(document ->
            Stream.concat(
                TableKeys.documentKeys(document).stream(),
                Stream.of(TableKeys.folder(document.folder()))));
  }

  /** Reads again, as a snapshot, if a document was found at none of its keys: it may have moved. */
  static Attachments of(List<DocumentPath> all, Reach reach, Access access) {
    boolean found = all.stream().allMatch(document -> document(document, reach).isPresent());
    return new Attachments(
        all, found ? reach : access.readAgain(reach, keys(all).distinct().toList()));
  }

  private static Optional<SharedDocument> document(DocumentPath path, Reach reach) {
    return reach.items().newest(TableKeys.documentKeys(path)).map(SharedDocument::fromItem);
  }

  /**
   * Requires that all of them are documents of the client that are available.
   *
   * @throws ProblemException {@code unknown-reference}
   */
  void requireKnown() {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (document(all.get(i), reach).isEmpty()) {
        faults.add(
            Fault.at(
                "/attachments/" + i, Fault.Code.UNKNOWN, "is no available document of the client"));
      }
    }
    if (!faults.isEmpty()) {
      throw ProblemException.unknownReferences(faults);
    }
  }

  /** The documents that became open to somebody, and the writes by which they do. */
  record Shared(List<DocumentId> documents, List<Write> writes) {}

  /**
   * Shares what is attached with those who are to read it: what is new with all assignees, and the
   * rest with new assignees.
   *
   * @param before what was to be done; empty for a new task
   * @throws ProblemException {@code archived}, {@code not-shareable}, {@code limit-reached}
   */
  Shared share(Optional<Task.Wanted> before, Task.Wanted after, Ids ids) {
    List<DocumentId> shared = new ArrayList<>();
    List<Write> writes = new ArrayList<>();
    for (DocumentPath path : all) {
      List<Recipient.Party> readers =
          after.assignees().stream().filter(assignee -> !had(before, path, assignee)).toList();
      if (!readers.isEmpty()) {
        List<Write> ofDocument = share(path, readers, ids);
        if (!ofDocument.isEmpty()) {
          shared.add(path.document());
          writes.addAll(ofDocument);
        }
      }
    }
    return new Shared(shared, writes);
  }

  private static boolean had(
      Optional<Task.Wanted> before, DocumentPath document, Recipient.Party assignee) {
    return before
        .filter(had -> had.attachments().contains(document) && had.assignees().contains(assignee))
        .isPresent();
  }

  private List<Write> share(DocumentPath path, List<Recipient.Party> readers, Ids ids) {
    SharedDocument document = document(path, reach).orElseThrow();
    Folder folder = Folder.fromItem(reach.item(TableKeys.folder(path.folder())));
    folder.requireLive();
    if (document.archived()) {
      throw new ProblemException(
          ProblemType.ARCHIVED, "Take the document out of the archive first.");
    }
    if (reach.isClosed(document)) {
      throw Sharing.notShareable();
    }
    return new FurtherReaders(document, folder, readers).writes(reach.recorder(ids));
  }
}
