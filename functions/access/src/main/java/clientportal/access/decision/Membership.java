package clientportal.access.decision;

import clientportal.access.ids.StaffId;

/**
 * A person's membership in the staff of a firm, as decisions read it.
 *
 * @param webPortal the permission to share content on the portal; never granted by default
 */
public record Membership(
    StaffId staff, String name, Role role, boolean webPortal, boolean enabled) {}
