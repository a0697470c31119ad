package clientportal.tasks;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.TaskId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.keys.TaskKeys;
import clientportal.access.keys.TaskPath;
import clientportal.access.records.AssignedTask;
import clientportal.access.records.By;
import clientportal.access.records.Task;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.json.JsonObject;
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
 * Gives a client, contacts or members of its portals something to do. What is attached is shared
 * with them, in the same transaction.
 */
record CreateTask(Access access, Table table, Ids ids) {
  /** The task, and how staff see it. */
  record Created(Task task, JsonObject view) {}

  Created handle(Caller caller, ClientPath client, Body<NewTask> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, client, body, idempotency));
  }

  private Created attempt(
      Caller caller, ClientPath client, Body<NewTask> body, Idempotency idempotency) {
    List<Key> keys = new ArrayList<>(idempotency.keys());
    body.ifValid().stream().flatMap(command -> keys(command.of(client), client)).forEach(keys::add);
    Reach reach = access.reach(caller, client, keys.stream().distinct().toList());
    reach.require(Action.CREATE_TASK);
    Task.Wanted wanted = body.read().of(client);
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    if (earlier.isPresent()) {
      return earlier(earlier.get(), client, reach);
    }
    requireEngagement(wanted, client, reach);
    Attachments attachments = Attachments.of(wanted.attachments(), reach, access);
    attachments.requireKnown();
    Assignees assignees = Assignees.of(wanted.assignees(), client, reach, table);
    assignees.requirePermitted();
    Task task =
        Task.create(
            new TaskPath(client, new TaskId(ids.next())),
            wanted,
            new By(reach.actor(), reach.now()));
    Attachments.Shared shared = attachments.share(Optional.empty(), wanted, ids);
    List<Write> writes =
        new ArrayList<>(idempotency.remember(result(task, shared.documents()), reach.now()));
    writes.add(Write.create(task.toItem()));
    task.rows().stream().map(AssignedTask::put).forEach(writes::add);
    writes.addAll(shared.writes());
    new TaskEvents(task, reach, ids).assigned(assignees, writes);
    TaskEvents.requireRoom(writes);
    table.write(writes);
    return created(task, shared.documents(), reach);
  }

  private static Stream<Key> keys(Task.Wanted wanted, ClientPath client) {
    return Stream.of(
            Stream.of(TableKeys.sharePolicy(client.firm())),
            Assignees.keys(wanted.assignees(), client)
                .filter(key -> !key.equals(TableKeys.client(client))),
            Attachments.keys(wanted.attachments()),
            engagement(wanted, client).stream())
        .flatMap(each -> each);
  }

  private static Optional<Key> engagement(Task.Wanted wanted, ClientPath client) {
    return wanted.engagement().map(id -> RequestKeys.engagement(new EngagementPath(client, id)));
  }

  private static void requireEngagement(Task.Wanted wanted, ClientPath client, Reach reach) {
    if (engagement(wanted, client).filter(key -> reach.items().at(key).isEmpty()).isPresent()) {
      throw ProblemException.unknownReferences(
          List.of(Fault.at("/engagementId", Fault.Code.UNKNOWN, "is no engagement of the client")));
    }
  }

  /** Remembers the task and what was shared by it. */
  private static String result(Task task, List<DocumentId> shared) {
    return String.join(
        ",",
        Stream.concat(Stream.of(task.id().value()), shared.stream().map(DocumentId::value))
            .toList());
  }

  private Created earlier(String result, ClientPath client, Reach reach) {
    List<String> parts = List.of(result.split(",", -1));
    TaskPath path = new TaskPath(client, new TaskId(parts.getFirst()));
    return created(
        Task.fromItem(table.require(TaskKeys.task(path))),
        parts.subList(1, parts.size()).stream().map(DocumentId::new).toList(),
        reach);
  }

  private Created created(Task task, List<DocumentId> shared, Reach reach) {
    return new Created(task, TaskView.shared(TaskView.of(task, reach, table), shared));
  }
}
