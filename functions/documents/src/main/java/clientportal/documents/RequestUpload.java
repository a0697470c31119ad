package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.Actor;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.RequestItemPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.records.AnsweredItem;
import clientportal.access.records.By;
import clientportal.access.records.DocumentTypes;
import clientportal.access.records.Engagement;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.Arrival;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Input;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Declares a document and signs the URLs that accept exactly its bytes. One that answers an item of
 * an engagement is declared in the engagement's folder, which need not be open to the item's
 * assignee: whether they may upload is decided by the item.
 */
record RequestUpload(Access access, Table table, Declarations declarations, Ids ids) {
  NewVersion body(Input input) {
    return NewVersion.ofDocument(input, declarations.sizes());
  }

  /**
   * Declares a document.
   *
   * @param answers what it answers, read alone: it is needed for the decision, before which nothing
   *     is said about the body
   */
  UploadView handle(
      Caller caller,
      FolderPath folder,
      Body<NewVersion> body,
      Body<Optional<ItemToAnswer>> answers,
      Idempotency idempotency) {
    Optional<RequestItemPath> item =
        answers.ifValid().flatMap(Function.identity()).map(named -> named.path(folder.client()));
    return idempotency.run(table, () -> attempt(caller, folder, body, item, idempotency));
  }

  private UploadView attempt(
      Caller caller,
      FolderPath folder,
      Body<NewVersion> body,
      Optional<RequestItemPath> answers,
      Idempotency idempotency) {
    FirmId firm = folder.client().firm();
    List<Key> keys = new ArrayList<>(idempotency.keys());
    answers.ifPresent(path -> {
      keys.add(RequestKeys.requestItem(path));
      keys.add(RequestKeys.engagement(path.engagement()));
    });
    keys.addAll(DocumentTypes.keys(firm, body.ifValid().flatMap(NewVersion::documentType)));
    Reach reach = access.reach(caller, folder, keys);
    Optional<RequestItem> item = answers.map(reach::requireAnswering);
    if (item.isEmpty()) {
      reach.require(Action.UPLOAD);
    }
    NewVersion command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    if (earlier.isPresent()) {
      DocumentPath path = new DocumentPath(folder, new DocumentId(earlier.get()));
      return declarations.again(new VersionKey(path, Version.FIRST), command, reach.now());
    }
    Actor uploader = item.isPresent() ? reach.answerer() : reach.uploader();
    command.requireType(uploader, reach, firm);
    reach.folder().requireLive();
    item.ifPresent(asked -> requireAccepted(command, asked, new By(uploader, reach.now()), reach));
    DocumentPath path = new DocumentPath(folder, new DocumentId(ids.next()));
    Version version = new Version(Version.FIRST, command.declaration(""), uploader, reach.now());
    Declarations.Declared declared =
        declarations.declare(path, version, command, Optional.empty(), item.map(AnsweredItem::of));
    List<Write> writes =
        new ArrayList<>(idempotency.remember(path.document().value(), reach.now()));
    writes.addAll(declared.creates());
    table.write(writes);
    return declarations.answer(declared, reach.now());
  }

  /** Requires that the item takes files where it stands, and files of this type. */
  private static void requireAccepted(NewVersion command, RequestItem item, By by, Reach reach) {
    Engagement engagement =
        Engagement.fromItem(reach.item(RequestKeys.engagement(item.path().engagement())));
    Arrival.refusal(engagement, item, by)
        .ifPresent(refused -> {
          throw ProblemException.statusConflict(refused.status(), refused.instead());
        });
    List<String> accepts = item.wanted().accepts();
    if (!accepts.isEmpty() && !command.contentType().isOneOf(accepts)) {
      throw ProblemException.contentTypeNotAccepted(accepts);
    }
  }
}
