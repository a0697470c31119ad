package clientportal.access.records;

import clientportal.access.decision.Affiliation;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Link;
import clientportal.access.decision.Membership;
import clientportal.access.decision.PortalMember;
import clientportal.access.decision.Role;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes and reads who people are in firms: one item for the staff member and for the member of
 * portals that a person is. Nothing else writes it.
 */
public final class Affiliations {
  private static final String STAFF = "staff";
  private static final String MEMBER = "member";
  private static final String MEMBER_ID = "memberId";

  private Affiliations() {}

  /** Writes what decisions read about a staff member who has an active account. */
  public static Write put(FirmId firm, PersonId person, Membership membership) {
    return Write.update(TableKeys.affiliation(firm, person))
        .set(Fields.of().with(STAFF, Optional.of(toFields(membership))).build())
        .when(Condition.always());
  }

  /** Writes what decisions read about a member of portals who has an active account. */
  public static Write put(FirmId firm, PersonId person, PortalMember member) {
    return Write.update(TableKeys.affiliation(firm, person))
        .set(
            Fields.of()
                .with(MEMBER, Optional.of(toFields(member)))
                .with(MEMBER_ID, member.id().value())
                .build())
        .when(Condition.always());
  }

  /**
   * Ends that a person is this member of the firm's portals. Somebody who took over the member's
   * former address may be another member by now, and stays that one.
   *
   * @param items read with {@link TableKeys#affiliation}
   */
  public static List<Write> removeMember(
      FirmId firm, PersonId person, MemberId member, Items items) {
    return member(firm, person, items).filter(is -> is.id().equals(member)).stream()
        .<Write>map(_ ->
            Write.update(TableKeys.affiliation(firm, person))
                .remove(MEMBER)
                .remove(MEMBER_ID)
                .when(Condition.equal(MEMBER_ID, member.value())))
        .toList();
  }

  /**
   * Renames the member that a person is. Somebody who is another member by now stays that one.
   *
   * @param items read with {@link TableKeys#affiliation}
   */
  public static List<Write> renameMember(
      FirmId firm, PersonId person, PortalMember member, Items items) {
    return member(firm, person, items).filter(is -> is.id().equals(member.id())).stream()
        .<Write>map(_ ->
            Write.update(TableKeys.affiliation(firm, person))
                .set(Fields.of().with(MEMBER, Optional.of(toFields(member))).build())
                .when(Condition.equal(MEMBER_ID, member.id().value())))
        .toList();
  }

  /** Writes the reference to the firm in the list of the firms that a person works for. */
  public static Write reference(FirmId firm, PersonId person) {
    return Write.put(
        Fields.of().with("firmId", firm.value()).at(TableKeys.personStaff(person, firm)));
  }

  /**
   * Writes the reference to the firm in the list of the firms whose portals a person is a member
   * of.
   */
  public static Write memberReference(FirmId firm, PersonId person) {
    return Write.put(
        Fields.of().with("firmId", firm.value()).at(PortalKeys.personMember(person, firm)));
  }

  private static Fields toFields(Membership membership) {
    return Fields.of()
        .with("staffId", membership.staff().value())
        .with("name", membership.name())
        .with("role", membership.role().text())
        .with("webPortal", membership.webPortal())
        .with("enabled", membership.enabled())
        .build();
  }

  private static Fields toFields(PortalMember member) {
    return Fields.of().with(MEMBER_ID, member.id().value()).with("name", member.name()).build();
  }

  /** Returns the keys of what a person is in a firm and, where there is one, to a client. */
  public static List<Key> keys(FirmId firm, Optional<ClientPath> client, PersonId person) {
    return Stream.concat(
            Stream.of(TableKeys.affiliation(firm, person)),
            client.stream()
                .flatMap(path -> Stream.of(TableKeys.link(path, person), PortalKeys.of(path))))
        .toList();
  }

  /**
   * Returns what a person is in a firm and to a client.
   *
   * @param items read with {@link #keys}
   */
  public static Affiliation of(
      FirmId firm, Optional<ClientPath> client, PersonId person, Items items) {
    return new Affiliation(
        staff(firm, person, items), client.flatMap(path -> link(path, person, items)));
  }

  /** Returns what a person is in the staff of a firm. */
  public static Optional<Membership> staff(FirmId firm, PersonId person, Items items) {
    return items
        .at(TableKeys.affiliation(firm, person))
        .flatMap(item -> item.fields().optionalMap(STAFF))
        .map(Affiliations::membership);
  }

  /** Returns what a person is among the members of a firm's portals. */
  public static Optional<PortalMember> member(FirmId firm, PersonId person, Items items) {
    return items
        .at(TableKeys.affiliation(firm, person))
        .flatMap(item -> item.fields().optionalMap(MEMBER))
        .map(fields -> new PortalMember(new MemberId(fields.text(MEMBER_ID)), fields.text("name")));
  }

  /** Returns a person's link to a client, with what they are in its portals. */
  public static Optional<Link> link(ClientPath client, PersonId person, Items items) {
    Optional<Link> link = items.at(TableKeys.link(client, person)).map(Links::fromItem);
    Optional<Capacity> asMember =
        member(client.firm(), person, items)
            .flatMap(member -> ClientPortals.of(client, items).capacity(member));
    return asMember
        .map(capacity -> link.orElseGet(() -> new Link(List.of())).and(capacity))
        .or(() -> link);
  }

  private static Membership membership(Fields fields) {
    return new Membership(
        new StaffId(fields.text("staffId")),
        fields.text("name"),
        Role.of(fields.text("role")),
        fields.flag("webPortal"),
        fields.flag("enabled"));
  }
}
