package clientportal.access.decision;

import clientportal.access.ids.StaffId;

/**
 * A person's place among the staff of a firm, as a decision reads it.
 *
 * @param webPortal the permission to make content available on the portal; never a default
 */
public record Membership(
    StaffId staff, String name, Role role, boolean webPortal, boolean enabled) {}
