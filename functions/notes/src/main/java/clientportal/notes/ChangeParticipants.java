package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.ParticipantsChanged;
import clientportal.access.ids.ClientId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.GroupNote;
import clientportal.access.records.Participant;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes clients participants of a group note, and others none. Who is removed loses it at once,
 * with the shares of their own; lists follow.
 */
record ChangeParticipants(Access access, Table table, Ids ids) {
  GroupNote handle(
      Caller caller, GroupNotePath path, Body<ParticipantsPatch> body, Precondition precondition) {
    return Attempts.runBesideWorkers(() -> attempt(caller, path, body, precondition));
  }

  private GroupNote attempt(
      Caller caller, GroupNotePath path, Body<ParticipantsPatch> body, Precondition precondition) {
    List<Key> keys = new ArrayList<>();
    body.ifValid()
        .ifPresent(valid -> {
          keys.addAll(valid.add().keys(path.firm()));
          keys.addAll(participants(path, valid));
        });
    Reach reach = access.reach(caller, path, keys);
    reach.require(Action.CHANGE);
    ParticipantsPatch patch = body.read();
    GroupNote before = GroupNote.fromItem(reach.item(TableKeys.groupNote(path)));
    precondition.check(before.revision());
    before.requireLive();
    patch.add().requireKnown(path.firm(), reach.items());
    Difference difference = Difference.of(path, patch, reach.items());
    if (!difference.isNone()) {
      return change(before, difference, reach);
    }
    // Only what was read in one moment proves that nothing is to be done.
    Reach again = access.readAgain(reach, participants(path, patch));
    if (!Difference.of(path, patch, again.items()).isNone()) {
      throw new ConflictException("the participants are being changed");
    }
    return GroupNote.fromItem(again.item(TableKeys.groupNote(path)));
  }

  private static List<Key> participants(GroupNotePath path, ParticipantsPatch patch) {
    return Stream.concat(patch.add().ids().stream(), patch.remove().ids().stream())
        .map(client -> TableKeys.participant(path(path, client)))
        .toList();
  }

  /** Who is not yet a participant and is to be one, and who is one and is not to be one. */
  private record Difference(List<ClientId> added, List<Participant> removed) {
    static Difference of(GroupNotePath path, ParticipantsPatch patch, Items items) {
      return new Difference(
          patch.add().ids().stream()
              .filter(client -> participant(path, client, items).isEmpty())
              .toList(),
          patch.remove().ids().stream()
              .flatMap(client -> participant(path, client, items).stream())
              .toList());
    }

    boolean isNone() {
      return added.isEmpty() && removed.isEmpty();
    }

    /** Returns how many of those who are removed have grants of their own. */
    int withGrants() {
      return Math.toIntExact(removed.stream().filter(Participant::hasGrants).count());
    }

    ParticipantsChanged event(GroupNote note) {
      return new ParticipantsChanged(
          note.named(),
          added,
          removed.stream().map(each -> each.path().client().client()).toList());
    }
  }

  private static ParticipantPath path(GroupNotePath group, ClientId client) {
    return new ParticipantPath(new ClientPath(group.firm(), client), group.note());
  }

  private static Optional<Participant> participant(
      GroupNotePath path, ClientId client, Items items) {
    return stored(path, client, items).filter(participant -> !participant.removed());
  }

  private static Optional<Participant> stored(GroupNotePath path, ClientId client, Items items) {
    return items.at(TableKeys.participant(path(path, client))).map(Participant::fromItem);
  }

  private GroupNote change(GroupNote before, Difference difference, Reach reach) {
    int participants =
        before.participants() + difference.added().size() - difference.removed().size();
    if (participants > GroupNote.MOST_PARTICIPANTS) {
      throw new ProblemException(
          ProblemType.LIMIT_REACHED,
          "A group note has at most " + GroupNote.MOST_PARTICIPANTS + " participants.");
    }
    GroupNote after =
        before.withParticipants(participants, before.chosen() - difference.withGrants());
    List<Write> writes = new ArrayList<>();
    writes.add(Write.replace(after.toItem(), before.revision()));
    difference.added().forEach(client -> writes.add(add(after, client, reach)));
    difference
        .removed()
        .forEach(participant ->
            writes.add(
                Write.replace(participant.withoutAccess(after).toItem(), participant.revision())));
    writes.add(reach.recorder(ids).record(difference.event(after)));
    table.write(writes);
    return after;
  }

  /** One who was removed a moment ago may still be there, for the lists that follow. */
  private static Write add(GroupNote group, ClientId client, Reach reach) {
    return stored(group.path(), client, reach.items())
        .map(removed ->
            Write.replace(
                removed.addedAgain(group, reach.actor(), reach.now()).toItem(), removed.revision()))
        .orElseGet(() ->
            Write.create(
                Participant.add(path(group.path(), client), group, reach.actor(), reach.now())
                    .toItem()));
  }
}
