package clientportal.notes;

import clientportal.access.events.EventData.ParticipantsChanged;
import clientportal.access.events.EventData.Subscription.GroupNotes;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.ParticipantRange;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FeedRow;
import clientportal.access.records.GroupNote;
import clientportal.access.records.Participant;
import clientportal.access.records.Participation;
import clientportal.delivery.AudiencePart;
import clientportal.delivery.EventMessage;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets the lists of a group note's participants follow it, a part of them for each message, and
 * records that it was opened to them. Each participant follows what the group note is now, whatever
 * the event was: so messages may come twice, late and in any order.
 */
record FanOutGroupNote(Table table) {
  void handle(EventMessage message) {
    message
        .read(table)
        .map(event -> event.data(GroupNotes.class))
        .filter(changed -> changed.participants() > 0)
        .ifPresent(changed -> participants(changed, message.part()).forEach(this::follow));
  }

  private List<ParticipantPath> participants(GroupNotes changed, Optional<AudiencePart> part) {
    GroupNotePath group = changed.note().path();
    if (changed instanceof ParticipantsChanged of) {
      return AudiencePart.of(of.clients(), part).stream()
          .map(client -> new ParticipantPath(new ClientPath(group.firm(), client), group.note()))
          .toList();
    }
    ParticipantRange range =
        part.map(is -> ParticipantRange.of(is.from(), is.to(), changed.participants()))
            .orElse(ParticipantRange.ALL);
    Query query =
        Query.of(Query.Index.TABLE, TableKeys.noteTexts(group))
            .between(range.from(), range.to())
            .consistently();
    return table.all(query).stream().map(item -> TableKeys.participantOf(item.key())).toList();
  }

  private void follow(ParticipantPath path) {
    Attempts.run(() -> {
      Key key = TableKeys.participant(path);
      Items items = table.readSnapshot(List.of(key, TableKeys.groupNote(path.group())));
      items
          .at(key)
          .map(Participant::fromItem)
          .map(participant ->
              new Participation(
                  participant,
                  GroupNote.fromItem(items.require(TableKeys.groupNote(path.group())))))
          .ifPresent(this::follow);
    });
  }

  private void follow(Participation before) {
    if (before.participant().removed()) {
      List<Write> writes = new ArrayList<>(FeedRow.changes(before, before.followed()));
      writes.add(
          new Write.Delete(
              TableKeys.participant(before.path()), Condition.revision(before.revision())));
      table.write(writes);
    } else if (!before.isFollowed()) {
      Participation after = before.followed();
      List<Write> writes = new ArrayList<>(FeedRow.changes(before, after));
      writes.add(after.saveGrants());
      writes.addAll(before.tellOfOpening());
      table.write(writes);
    }
  }
}
