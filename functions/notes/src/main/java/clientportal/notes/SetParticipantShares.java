package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.records.GroupNote;
import clientportal.access.records.Participation;
import clientportal.access.shares.ItemShares;
import clientportal.access.shares.NewShares;
import clientportal.access.shares.PlannedShares;
import clientportal.access.shares.Sharing;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Opens a group note to a set of recipients at one participant, in addition to those who have it
 * because it is open to all participants.
 */
record SetParticipantShares(Access access, Table table, Ids ids) {
  /** The participant, the group note, and the event of an opening that lists do not show yet. */
  private static final int OTHER_WRITES = 3;

  ItemShares handle(
      Caller caller, ParticipantPath path, Body<NewShares> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private ItemShares attempt(
      Caller caller, ParticipantPath path, Body<NewShares> body, Precondition precondition) {
    Reach reach = access.reach(caller, path, Sharing.keys(path.client(), body.ifValid()));
    reach.require(Action.SHARE);
    NewShares shares = body.read();
    Participation before = reach.participation();
    precondition.check(before.revision());
    before.group().requireLive();
    PlannedShares planned =
        new Sharing(table, ids).plan(reach, before, before.inherited(), shares, OTHER_WRITES);
    if (!planned.writes().isEmpty()) {
      Participation after = before.withGrants(planned.shares().item().grants());
      List<Write> writes = new ArrayList<>();
      writes.add(after.saveGrants());
      count(before, after).forEach(writes::add);
      // The opening reaches recipients by the grants before it, which this set replaces.
      writes.addAll(before.tellOfOpening());
      writes.addAll(planned.writes());
      table.write(writes);
    }
    return planned.shares();
  }

  /** Counts the participants who have grants of their own. */
  private static Stream<Write> count(Participation before, Participation after) {
    int more = toInt(after.participant().hasGrants()) - toInt(before.participant().hasGrants());
    GroupNote group = before.group();
    return more == 0
        ? Stream.empty()
        : Stream.of(
            Write.replace(
                group.withParticipants(group.participants(), group.chosen() + more).toItem(),
                group.revision()));
  }

  private static int toInt(boolean has) {
    return has ? 1 : 0;
  }
}
