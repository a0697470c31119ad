package clientportal.firms;

import clientportal.access.decision.Role;
import clientportal.access.records.StaffMember;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import java.util.Optional;

/** The body of {@code updateStaff}; no field can be removed. */
record StaffPatch(Optional<Boolean> webPortal, Optional<Role> role, Optional<Boolean> enabled) {

  static StaffPatch read(Input input) {
    Field<Optional<Boolean>> webPortal = input.optional("webPortal", Shape.flag());
    Field<Optional<Role>> role = input.optional("role", NewStaff.ROLE);
    Field<Optional<Boolean>> enabled = input.optional("enabled", Shape.flag());
    return input.build(() -> new StaffPatch(webPortal.get(), role.get(), enabled.get()));
  }

  StaffMember applyTo(StaffMember member) {
    return member.withPlace(
        role.orElse(member.role()),
        webPortal.orElse(member.webPortal()),
        enabled.orElse(member.enabled()));
  }
}
