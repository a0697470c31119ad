package clientportal.portals;

import clientportal.access.Shapes;
import clientportal.access.decision.PortalRole;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.PortalKeys;
import clientportal.access.records.Portal;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The members of a portal as a request names them: members of the firm, or people with an address;
 * the body of {@code addPortalMembers}.
 */
record NewMembers(List<NewMember> all) {
  private static final String FIELD = "members";

  private static final Set<String> ROLES =
      Arrays.stream(PortalRole.values()).map(PortalRole::text).collect(Collectors.toSet());

  /** The role of a member, as requests spell it. */
  static final Shape<PortalRole> ROLE = json -> PortalRole.of(Shape.oneOf(ROLES).read(json));

  /** A member, or somebody who may become one. */
  sealed interface NewMember {
    PortalRole role();
  }

  /**
   * A member of the firm.
   *
   * @param text as it was sent; a text that is no id is an unknown member
   */
  record Known(String text, PortalRole role) implements NewMember {
    Optional<MemberId> id() {
      return MemberId.parse(text);
    }
  }

  /** A person with an address; a member of the firm who has it keeps their name. */
  record Person(String name, EmailAddress email, PortalRole role) implements NewMember {}

  NewMembers {
    all = List.copyOf(all);
  }

  static NewMembers read(Input input) {
    Field<NewMembers> members = field(input, 1);
    return input.build(members::get);
  }

  /** Reads a field of at most 40 members. */
  static Field<NewMembers> field(Input input, int fewest) {
    if (!input.has(FIELD) && fewest == 0) {
      return Field.of(new NewMembers(List.of()));
    }
    Set<String> seen = new HashSet<>();
    Field<List<NewMember>> members =
        input.objects(FIELD, Portal.MOST_MEMBERS, member -> member(member, seen));
    if (!members.isFaulty() && members.get().size() < fewest) {
      input.fault(FIELD, Fault.Code.LENGTH, "must have at least one member");
    }
    return members.map(NewMembers::new);
  }

  private static NewMember member(Input input, Set<String> seen) {
    Field<PortalRole> role = input.required("role", ROLE);
    if (input.has("memberId")) {
      Field<String> id = input.required("memberId", Shape::string);
      if (!id.isFaulty() && !seen.add(id.get())) {
        input.fault("memberId", Fault.Code.DUPLICATE, "is named before");
      }
      return input.build(() -> new Known(id.get(), role.get()));
    }
    Field<String> name = input.required("name", Shape.name(120));
    Field<EmailAddress> email = input.required("email", Shapes.EMAIL_ADDRESS);
    if (!email.isFaulty() && !seen.add(email.get().hash())) {
      input.fault("email", Fault.Code.DUPLICATE, "is named before");
    }
    return input.build(() -> new Person(name.get(), email.get(), role.get()));
  }

  /** Returns the keys of the members, and of the owners of the addresses. */
  List<Key> keys(FirmId firm) {
    return all.stream()
        .flatMap(member ->
            switch (member) {
              case Known known -> known.id().map(id -> PortalKeys.member(firm, id)).stream();
              case Person person -> Stream.of(PortalKeys.memberAddress(firm, person.email()));
            })
        .toList();
  }

  /** Returns a fault for each that is no member of the firm. */
  List<Fault> unknown(FirmId firm, Items items) {
    return IntStream.range(0, all.size())
        .filter(i -> all.get(i) instanceof Known known && !isKnown(known, firm, items))
        .mapToObj(i -> fault(i, Fault.Code.UNKNOWN, "is no member of the firm's portals"))
        .toList();
  }

  private static boolean isKnown(Known known, FirmId firm, Items items) {
    return known.id().flatMap(id -> items.at(PortalKeys.member(firm, id))).isPresent();
  }

  /** Returns a fault of the member with this place in the list. */
  static Fault fault(int place, Fault.Code code, String detail) {
    return Fault.at("/" + FIELD + "/" + place, code, detail);
  }
}
