package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.FileAttached;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.EventData.NamedEngagement;
import clientportal.access.ids.DocumentId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.ItemFilePath;
import clientportal.access.keys.RequestItemPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AnsweredItem;
import clientportal.access.records.By;
import clientportal.access.records.Engagement;
import clientportal.access.records.FeedRow;
import clientportal.access.records.FiledDocument;
import clientportal.access.records.Folder;
import clientportal.access.records.ItemFile;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.Arrival;
import clientportal.access.requests.Outcome;
import clientportal.access.shares.Sharing;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.json.JsonObject;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Condition;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets a document that came another way answer an item, as if it had been uploaded to it: from then
 * on it is open to the item's assignee. Nobody is notified.
 */
record AttachFile(Access access, Table table, Ids ids) {
  JsonObject handle(Caller caller, ItemFilePath file, Body<FileToAttach> body) {
    return Attempts.run(() -> attempt(caller, file.item(), file.document(), body));
  }

  private JsonObject attempt(
      Caller caller, RequestItemPath path, DocumentId id, Body<FileToAttach> body) {
    Optional<DocumentPath> named =
        body.ifValid().map(valid -> valid.path(path.engagement().client(), id));
    List<Key> keys = new ArrayList<>();
    named.ifPresent(document -> keys.addAll(keys(path, document)));
    Reach first = access.reach(caller, path, keys);
    first.require(Action.REQUEST);
    DocumentPath document = body.read().path(path.engagement().client(), id);
    List<Key> moving = TableKeys.documentKeys(document);
    Reach reach =
        first.items().newest(moving).isPresent() ? first : access.readAgain(first, moving);
    FiledDocument before =
        reach
            .items()
            .newest(moving)
            .map(FiledDocument::fromItem)
            .orElseThrow(ProblemException::notFound);
    RequestItem item = RequestItem.fromItem(reach.item(RequestKeys.requestItem(path)));
    Optional<ItemFile> there = reach.items().at(RequestKeys.file(path, id)).map(ItemFile::fromItem);
    if (there.isPresent()) {
      return ItemFileView.of(there.get(), before, item);
    }
    Engagement engagement =
        Engagement.fromItem(reach.item(RequestKeys.engagement(path.engagement())));
    By by = new By(before.uploadedBy(), reach.now());
    requireAttachable(before, path, reach);
    Arrival.refusal(engagement, item, by).ifPresent(AttachFile::refuse);
    Arrival arrival = Arrival.of(engagement, item, item.state().round(), by);
    AnsweredItem answered = AnsweredItem.of(item);
    FiledDocument after = before.answering(answered, reach.now());
    ItemFile file = new ItemFile(path, document, answered.round(), arrival.late(), false, by);
    List<Write> writes = new ArrayList<>(arrival.writes());
    if (writes.isEmpty()) {
      // Nobody reviews the round meanwhile, and nothing of it is detached.
      writes.add(Write.check(RequestKeys.requestItem(path), Condition.revision(item.revision())));
    }
    writes.add(Write.create(file.toItem()));
    writes.add(after.save());
    writes.addAll(FeedRow.changes(before.shared(), after.shared()));
    writes.add(
        reach
            .recorder(ids)
            .record(
                new FileAttached(
                    new NamedEngagement(engagement.path(), engagement.name()),
                    path.item(),
                    named(after, reach),
                    item.assignee())));
    table.write(writes);
    return ItemFileView.of(file, after, item);
  }

  private static List<Key> keys(RequestItemPath path, DocumentPath document) {
    List<Key> keys = new ArrayList<>(TableKeys.documentKeys(document));
    keys.add(TableKeys.folder(document.folder()));
    keys.add(TableKeys.sharePolicy(document.client().firm()));
    keys.add(RequestKeys.file(path, document.document()));
    return keys;
  }

  private static void requireAttachable(FiledDocument document, RequestItemPath path, Reach reach) {
    Optional<RequestItemPath> answered =
        document.answers().map(answers -> answers.path(document.shared().path().client()));
    if (answered.equals(Optional.of(path))) {
      throw new ConflictException("the document is being attached or detached");
    }
    if (answered.isPresent()) {
      throw new ProblemException(
          ProblemType.CONFLICT, "The document answers another item: detach it there first.");
    }
    if (document.shared().archived()) {
      throw new ProblemException(
          ProblemType.ARCHIVED, "Take the document out of the archive first.");
    }
    folder(document, reach).requireLive();
    if (reach.isClosed(document.shared())) {
      throw Sharing.notShareable();
    }
  }

  private static Folder folder(FiledDocument document, Reach reach) {
    return Folder.fromItem(reach.item(TableKeys.folder(document.shared().path().folder())));
  }

  private static NamedDocument named(FiledDocument document, Reach reach) {
    return new NamedDocument(
        folder(document, reach).named(),
        document.shared().path().document(),
        document.shared().name());
  }

  private static void refuse(Outcome.Refused refused) {
    throw ProblemException.statusConflict(refused.status(), refused.instead());
  }
}
