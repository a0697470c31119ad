package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Participation;
import clientportal.access.shares.SharesToChoose;
import clientportal.platform.table.Table;
import java.util.List;

/** Shows who can read a group note at one participant, and the candidates for a share. */
record GetParticipantShares(Access access, Table table) {
  SharesToChoose handle(Caller caller, ParticipantPath path) {
    Reach reach = access.reach(caller, path, List.of(TableKeys.client(path.client())));
    reach.require(Action.READ_SHARES);
    Participation group = reach.participation();
    return SharesToChoose.of(group, group.inherited(), reach, table);
  }
}
