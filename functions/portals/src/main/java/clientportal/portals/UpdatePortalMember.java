package clientportal.portals;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.decision.PortalRole;
import clientportal.access.events.EventData.PortalMemberChanged;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.PortalPath;
import clientportal.access.records.Portal;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives a member of a portal another role. */
record UpdatePortalMember(Access access, Table table, Ids ids) {
  WholePortal handle(
      Caller caller, PortalPath path, MemberId member, Body<PortalMemberPatch> body) {
    return Attempts.run(() -> attempt(caller, path, member, body));
  }

  private WholePortal attempt(
      Caller caller, PortalPath path, MemberId member, Body<PortalMemberPatch> body) {
    PortalEdit edit = PortalEdit.of(access, caller, path, List.of(), table, ids);
    Portal before = edit.before();
    if (!before.members().containsKey(member)) {
      throw ProblemException.notFound();
    }
    PortalRole role = body.read().role();
    before.requireLive();
    Map<MemberId, PortalRole> members = new LinkedHashMap<>(before.members());
    if (role.equals(members.put(member, role))) {
      return edit.whole(before);
    }
    Portal after = before.withMembers(members);
    return edit.save(
        after, new NewClients(List.of()), new PortalMemberChanged(after.named(), member, role));
  }
}
