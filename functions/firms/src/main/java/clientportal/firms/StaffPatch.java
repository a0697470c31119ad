package clientportal.firms;

import clientportal.access.decision.Role;
import clientportal.access.ids.NoticeMails;
import clientportal.access.records.StaffMember;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The body of {@code updateStaff}; no field can be removed. */
record StaffPatch(
    Optional<Boolean> webPortal,
    Optional<Role> role,
    Optional<Boolean> enabled,
    Optional<NoticeMails> noticeMails) {
  private static final Shape<String> CHOICES =
      Shape.oneOf(
          Arrays.stream(NoticeMails.values())
              .map(NoticeMails::text)
              .collect(Collectors.toUnmodifiableSet()));

  static StaffPatch read(Input input) {
    Field<Optional<Boolean>> webPortal = input.optional("webPortal", Shape.flag());
    Field<Optional<Role>> role = input.optional("role", NewStaff.ROLE);
    Field<Optional<Boolean>> enabled = input.optional("enabled", Shape.flag());
    Field<Optional<NoticeMails>> noticeMails =
        input.optional("noticeMails", json -> NoticeMails.of(CHOICES.read(json)));
    return input.build(
        () -> new StaffPatch(webPortal.get(), role.get(), enabled.get(), noticeMails.get()));
  }

  /** Tells whether it says what the staff member may do. */
  boolean hasPlace() {
    return webPortal.isPresent() || role.isPresent() || enabled.isPresent();
  }

  StaffMember applyTo(StaffMember member) {
    return member
        .withNoticeMails(noticeMails.orElse(member.noticeMails()))
        .withPlace(
            role.orElse(member.role()),
            webPortal.orElse(member.webPortal()),
            enabled.orElse(member.enabled()));
  }
}
