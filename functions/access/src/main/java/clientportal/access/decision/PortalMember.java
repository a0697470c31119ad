package clientportal.access.decision;

import clientportal.access.ids.MemberId;

/** A person as a member of a firm's portals, as decisions read it. */
public record PortalMember(MemberId id, String name) {}
