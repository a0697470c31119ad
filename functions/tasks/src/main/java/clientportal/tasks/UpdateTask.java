package clientportal.tasks;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.TaskAssigned;
import clientportal.access.events.EventData.TaskChanged;
import clientportal.access.events.Recorder;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.keys.TaskKeys;
import clientportal.access.keys.TaskPath;
import clientportal.access.records.Task;
import clientportal.access.shares.Invitations;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Changes what an open task says, or to whom it is assigned. Those who have it new are notified,
 * and its documents are open to them from then on, as new documents are to all.
 */
record UpdateTask(Access access, Table table, Ids ids) {
  Task handle(Caller caller, TaskPath path, Body<TaskPatch> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private Task attempt(
      Caller caller, TaskPath path, Body<TaskPatch> body, Precondition precondition) {
    List<Key> keys = new ArrayList<>(List.of(TableKeys.client(path.client())));
    body.ifValid().stream()
        .flatMap(patch -> keys(path.client(), patch))
        .distinct()
        .forEach(keys::add);
    Reach reach = access.reach(caller, path, keys);
    reach.require(Action.CHANGE_TASK);
    TaskPatch patch = body.read();
    Task before = Task.fromItem(reach.item(TaskKeys.task(path)));
    precondition.check(before.revision());
    TaskAction.CHANGE.require(before.status());
    Task.Details details = patch.applyTo(before, reach.now());
    List<String> changed = TaskPatch.changed(before.details(), details);
    if (changed.isEmpty()) {
      return before;
    }
    List<Recipient.Party> added = new ArrayList<>(details.assignees());
    added.removeAll(before.details().assignees());
    List<Attachments.Share> shares = shares(before, details, added);
    Items items = withDocuments(path.client(), shares, patch, reach);
    Assignees assignees = new Assignees(path.client(), items);
    patch.assignees().ifPresent(all -> assignees.require(all, added));
    Attachments attachments = new Attachments(items, reach.now());
    if (patch.attachments().isPresent()) {
      attachments.require(details.attachments());
    }
    Task after = before.with(details);
    Recorder recorder = reach.recorder(ids);
    List<Write> writes = new ArrayList<>(after.changes(before, 0));
    writes.addAll(attachments.share(shares, recorder).writes());
    writes.add(recorder.record(new TaskChanged(after.named(), changed)));
    if (!added.isEmpty()) {
      Invitations invitations = assignees.invitations(added);
      writes.add(
          recorder.record(
              new TaskAssigned(
                  after.named(), List.copyOf(added), List.copyOf(invitations.recipients()))));
      writes.addAll(invitations.writes(writes.size(), reach.now()));
    }
    table.write(writes);
    return after;
  }

  private static Stream<Key> keys(ClientPath client, TaskPatch patch) {
    return Stream.concat(
        patch.assignees().stream().flatMap(all -> Assignees.keys(client, all)),
        patch.attachments().stream()
            .flatMap(all -> Attachments.keys(client, Attachments.paths(client, all))));
  }

  /** Reads the documents that are to be open to somebody new, if the patch does not name them. */
  private Items withDocuments(
      ClientPath client, List<Attachments.Share> shares, TaskPatch patch, Reach reach) {
    List<DocumentPath> documents =
        Stream.concat(
                shares.stream().map(Attachments.Share::document),
                patch.attachments().stream()
                    .flatMap(all -> Attachments.paths(client, all).stream()))
            .distinct()
            .toList();
    if (Attachments.missing(documents, reach.items()).isEmpty()) {
      return reach.items();
    }
    List<Key> keys = Attachments.keys(client, documents).toList();
    return reach.items().with(keys, table.readSnapshot(keys));
  }

  /** New documents are opened to all assignees, and the others to those who are new. */
  private static List<Attachments.Share> shares(
      Task before, Task.Details after, List<Recipient.Party> added) {
    return after.attachments().stream()
        .map(document ->
            new Attachments.Share(
                document,
                before.details().attachments().contains(document) ? added : after.assignees()))
        .filter(share -> !share.assignees().isEmpty())
        .toList();
  }
}
