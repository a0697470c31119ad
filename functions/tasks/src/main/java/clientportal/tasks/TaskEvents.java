package clientportal.tasks;

import clientportal.access.Reach;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.NamedTask;
import clientportal.access.events.EventData.TaskAssigned;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.Task;
import clientportal.access.shares.Invitations;
import clientportal.platform.Ids;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.stream.Stream;

/** The events of a task, and who is notified of them. */
record TaskEvents(Task task, Reach reach, Ids ids) {
  /** The maximum number of writes in a transaction. */
  private static final int MOST_WRITES = 100;

  NamedTask named() {
    return new NamedTask(task.path(), task.wanted().title());
  }

  /** Returns the assignees, as events name them. */
  List<Recipient> assignees() {
    return List.copyOf(task.wanted().assignees());
  }

  /**
   * Returns who is responsible for the task on the side of the firm: its creator, and the team.
   *
   * @throws IllegalStateException if the client was not read with the reach
   */
  List<StaffId> staff() {
    Client client = Client.fromItem(reach.item(TableKeys.client(task.path().client())));
    Actor creator = task.created().actor();
    return Stream.concat(Stream.of(new StaffId(creator.id())), client.team().stream())
        .distinct()
        .toList();
  }

  Write record(EventData data, Actor by) {
    return reach.recorder(ids).by(by).record(data);
  }

  /**
   * Records that the task was assigned, and adds as many of the invitations as there is room for.
   *
   * @param writes those of the transaction
   */
  void assigned(Assignees added, List<Write> writes) {
    Invitations invitations = added.invitations();
    writes.add(
        record(
            new TaskAssigned(
                named(), List.copyOf(added.all()), List.copyOf(invitations.recipients())),
            reach.actor()));
    writes.addAll(invitations.writes(writes.size(), reach.now()));
  }

  /** Requires that a transaction has room for all writes; shares that have expired may be many. */
  static void requireRoom(List<Write> writes) {
    if (writes.size() > MOST_WRITES) {
      throw new ProblemException(
          ProblemType.LIMIT_REACHED, "It is too much at once: attach fewer documents.");
    }
  }
}
