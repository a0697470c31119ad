package clientportal.portals;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.decision.PortalRole;
import clientportal.access.events.EventData.PortalMembersAdded;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.PortalPath;
import clientportal.access.records.Portal;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets members into a portal. People the firm does not know become members of the firm first, which
 * opens nothing to them; then one transaction lets everybody in.
 */
record AddPortalMembers(Access access, Table table, Ids ids) {
  WholePortal handle(Caller caller, PortalPath path, Body<NewMembers> body) {
    return Attempts.run(() -> attempt(caller, path, body));
  }

  private WholePortal attempt(Caller caller, PortalPath path, Body<NewMembers> body) {
    List<Key> keys = body.ifValid().map(valid -> valid.keys(path.firm())).orElse(List.of());
    PortalEdit edit = PortalEdit.of(access, caller, path, keys, table, ids);
    NewMembers command = body.read();
    List<Fault> unknown = command.unknown(path.firm(), edit.reach().items());
    if (!unknown.isEmpty()) {
      throw ProblemException.unknownReferences(unknown);
    }
    Portal before = edit.before();
    before.requireLive();
    Joining named = Joining.of(command, path.firm(), edit.reach(), table, ids);
    requireSameRoles(named, before);
    Joining joining = named.without(before.members().keySet());
    if (joining.members().isEmpty()) {
      return edit.whole(before);
    }
    Map<MemberId, PortalRole> members = new LinkedHashMap<>(before.members());
    members.putAll(joining.byMember());
    if (members.size() > Portal.MOST_MEMBERS) {
      throw new ProblemException(
          ProblemType.LIMIT_REACHED, "A portal has at most " + Portal.MOST_MEMBERS + " members.");
    }
    Portal after = before.withMembers(members);
    return edit.save(
        after, new PortalMembersAdded(after.named(), joining.ids(), joining.invited()), joining);
  }

  /** A member who is let in already keeps their role, which another operation changes. */
  private static void requireSameRoles(Joining named, Portal portal) {
    named
        .byMember()
        .forEach((member, role) -> {
          PortalRole has = portal.members().getOrDefault(member, role);
          if (has != role) {
            throw ProblemException.statusConflict(
                has.text(), "The member is in the portal with another role. Change the role.");
          }
        });
  }
}
