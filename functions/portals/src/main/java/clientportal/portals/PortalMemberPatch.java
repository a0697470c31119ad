package clientportal.portals;

import clientportal.access.decision.PortalRole;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;

/** The body of {@code updatePortalMember}. */
record PortalMemberPatch(PortalRole role) {
  static PortalMemberPatch read(Input input) {
    Field<PortalRole> role = input.required("role", NewMembers.ROLE);
    return input.build(() -> new PortalMemberPatch(role.get()));
  }
}
