package clientportal.sharing;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.ClientPath;
import clientportal.access.shares.SharesToChoose;
import clientportal.access.shares.SharesToChoose.Candidate;
import clientportal.platform.table.Table;
import java.util.List;

/** Lists the candidates for a share of an item of a client that does not exist yet. */
record ListShareCandidates(Access access, Table table) {
  List<Candidate> handle(Caller caller, ClientPath path) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.READ_CLIENT);
    return SharesToChoose.candidates(path, reach.items(), table);
  }
}
