package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.DocumentPath;
import clientportal.access.FolderPath;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.PersonId;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Input;
import clientportal.platform.http.ProblemException;
import clientportal.platform.http.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Declares a document and signs the URL that takes its bytes, and no others. */
final class RequestUpload {
  private final Access access;
  private final Table table;
  private final DocumentUrls urls;
  private final Ids ids;
  private final long largest;

  /**
   * Makes the use case.
   *
   * @param largest the largest size that one PUT takes, in bytes
   */
  RequestUpload(Access access, Table table, DocumentUrls urls, Ids ids, long largest) {
    this.access = access;
    this.table = table;
    this.urls = urls;
    this.ids = ids;
    this.largest = largest;
  }

  /** A declared document, and where its bytes go. */
  record Requested(DocumentPath path, DocumentUrls.Upload upload) {}

  Declaration declaration(Input input) {
    return Declaration.read(input, largest);
  }

  Requested handle(
      PersonId caller, FolderPath folder, Body<Declaration> body, Idempotency idempotency) {
    return Attempts.run(() -> attempt(caller, folder, body, idempotency));
  }

  private Requested attempt(
      PersonId caller, FolderPath folder, Body<Declaration> body, Idempotency idempotency) {
    Reach reach = access.reach(caller, folder, idempotency.keys());
    reach.require(Action.UPLOAD);
    Declaration declared = body.read();
    Optional<DocumentId> earlier =
        idempotency.earlier(reach.items(), reach.now()).map(DocumentId::new);
    DocumentPath path =
        new DocumentPath(folder, earlier.orElseGet(() -> new DocumentId(ids.next())));
    if (earlier.isEmpty()) {
      write(Document.declare(path, declared, reach.actor(), reach.now()), reach, idempotency);
    }
    ObjectKey key = new ObjectKey(path, Document.FIRST);
    return new Requested(path, urls.upload(key, declared, reach.now()));
  }

  private void write(Document document, Reach reach, Idempotency idempotency) {
    if (reach.folder().archived()) {
      throw new ProblemException(ProblemType.ARCHIVED, "The folder is archived.");
    }
    List<Write> writes = new ArrayList<>(idempotency.remember(document.id().value(), reach.now()));
    writes.add(Write.create(document.toItem()));
    table.write(writes);
  }
}
