package clientportal.tasks;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Grants;
import clientportal.access.events.EventData.TaskAssigned;
import clientportal.access.events.Recorder;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.TaskId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TaskKeys;
import clientportal.access.keys.TaskPath;
import clientportal.access.records.By;
import clientportal.access.records.Task;
import clientportal.access.shares.Invitations;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks people to do something: they are notified of the task, and its documents are open to them
 * from then on.
 */
record CreateTask(Access access, Table table, Ids ids) {
  /**
   * What was created.
   *
   * @param shared the documents that are open to somebody new by it
   */
  record Created(Task task, List<DocumentId> shared) {

    /** Returns what an idempotency key remembers. */
    private String result() {
      return String.join(
          ",",
          Stream.concat(Stream.of(task.id().value()), shared.stream().map(DocumentId::value))
              .toList());
    }
  }

  Created handle(Caller caller, ClientPath client, Body<NewTask> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, client, body, idempotency));
  }

  private Created attempt(
      Caller caller, ClientPath client, Body<NewTask> body, Idempotency idempotency) {
    List<Key> keys = new ArrayList<>(idempotency.keys());
    body.ifValid().stream().flatMap(valid -> keys(client, valid)).distinct().forEach(keys::add);
    Reach first = access.reach(caller, client, keys);
    first.require(Action.CREATE_TASK);
    NewTask command = body.read();
    Optional<String> earlier = idempotency.earlier(first.items(), first.now());
    if (earlier.isPresent()) {
      return earlier(client, List.of(earlier.get().split(",", -1)));
    }
    List<DocumentPath> documents = Attachments.paths(client, command.attachments());
    List<Key> missing = Attachments.missing(documents, first.items());
    Reach reach = missing.isEmpty() ? first : access.readAgain(first, missing);
    requireEngagement(client, command, reach);
    Assignees assignees = Assignees.of(client, reach);
    assignees.require(command.assignees(), command.assignees());
    Attachments attachments = new Attachments(reach.items(), reach.now());
    attachments.require(documents);
    Task task = created(client, command, documents, reach);
    Recorder recorder = reach.recorder(ids);
    Attachments.Planned planned =
        attachments.share(
            documents.stream()
                .map(document -> new Attachments.Share(document, command.assignees()))
                .toList(),
            recorder);
    Created created = new Created(task, planned.shared());
    Invitations invitations = assignees.invitations(command.assignees());
    List<Write> writes = new ArrayList<>(idempotency.remember(created.result(), reach.now()));
    writes.addAll(task.creations());
    writes.addAll(planned.writes());
    writes.add(
        recorder.record(
            new TaskAssigned(
                task.named(),
                List.copyOf(command.assignees()),
                List.copyOf(invitations.recipients()))));
    writes.addAll(invitations.writes(writes.size(), reach.now()));
    table.write(writes);
    return created;
  }

  private static Stream<Key> keys(ClientPath client, NewTask command) {
    return Stream.of(
            Assignees.keys(client, command.assignees()),
            Attachments.keys(client, Attachments.paths(client, command.attachments())),
            command.engagement().stream().map(id -> engagement(client, id)))
        .flatMap(each -> each);
  }

  private static Key engagement(ClientPath client, EngagementId id) {
    return RequestKeys.engagement(new EngagementPath(client, id));
  }

  private static void requireEngagement(ClientPath client, NewTask command, Reach reach) {
    command
        .engagement()
        .filter(id -> reach.items().at(engagement(client, id)).isEmpty())
        .ifPresent(_ -> {
          throw ProblemException.unknownReferences(
              List.of(
                  Fault.at("/engagementId", Fault.Code.UNKNOWN, "is no engagement of the client")));
        });
  }

  private Task created(
      ClientPath client, NewTask command, List<DocumentPath> documents, Reach reach) {
    Task.Details details =
        new Task.Details(
                command.title(),
                command.description(),
                Grants.NONE,
                command.dueOn(),
                command.engagement(),
                documents)
            .assignedTo(command.assignees(), reach.now());
    return Task.create(
        new TaskPath(client, new TaskId(ids.next())), details, new By(reach.actor(), reach.now()));
  }

  private Created earlier(ClientPath client, List<String> result) {
    TaskPath path = new TaskPath(client, new TaskId(result.getFirst()));
    return new Created(
        Task.fromItem(table.require(TaskKeys.task(path))),
        result.stream().skip(1).map(DocumentId::new).toList());
  }
}
