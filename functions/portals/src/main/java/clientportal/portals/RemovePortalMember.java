package clientportal.portals;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.decision.PortalRole;
import clientportal.access.events.EventData.PortalMemberRemoved;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.PortalPath;
import clientportal.access.records.Portal;
import clientportal.platform.Ids;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes a member out of a portal: they see nothing of it from the next request on. */
record RemovePortalMember(Access access, Table table, Ids ids) {
  void handle(Caller caller, PortalPath path, MemberId member) {
    Attempts.run(() -> attempt(caller, path, member));
  }

  private void attempt(Caller caller, PortalPath path, MemberId member) {
    PortalEdit edit = PortalEdit.of(access, caller, path, List.of(), table, ids);
    Portal before = edit.before();
    if (!before.members().containsKey(member)) {
      throw ProblemException.notFound();
    }
    before.requireLive();
    Map<MemberId, PortalRole> left = new LinkedHashMap<>(before.members());
    left.remove(member);
    Portal after = before.withMembers(left);
    edit.save(after, new NewClients(List.of()), new PortalMemberRemoved(after.named(), member));
  }
}
