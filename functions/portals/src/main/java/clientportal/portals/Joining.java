package clientportal.portals;

import clientportal.access.Reach;
import clientportal.access.decision.PortalRole;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Member;
import clientportal.access.records.MemberInvitation;
import clientportal.platform.Ids;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Those who are to be let into a portal, each with their role, in the order of the request.
 *
 * @param members as they are in the table, or will be once {@link #create} has run
 * @param unknownBefore those of them the firm does not know yet
 * @param revoked the accounts of those whose account was revoked
 */
record Joining(
    List<Member> members,
    List<PortalRole> roles,
    List<Member> unknownBefore,
    List<Account> revoked) {
  /** The maximum number of writes in a transaction. */
  private static final int MOST_WRITES = 100;

  /**
   * Finds those with a known address or id.
   *
   * @param reach with {@link NewMembers#keys}
   * @throws ProblemException {@code invalid-request} if somebody is named twice
   */
  static Joining of(NewMembers named, FirmId firm, Reach reach, Table table, Ids ids) {
    List<Optional<MemberId>> known =
        named.all().stream().map(member -> known(member, firm, reach.items())).toList();
    requireDistinct(known);
    List<Key> missing =
        known.stream()
            .flatMap(Optional::stream)
            .map(id -> PortalKeys.member(firm, id))
            .filter(key -> reach.items().at(key).isEmpty())
            .toList();
    Items items =
        missing.isEmpty() ? reach.items() : reach.items().with(missing, table.read(missing));
    List<Member> members = new ArrayList<>();
    List<Member> unknown = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).isPresent()) {
        members.add(Member.fromItem(items.require(PortalKeys.member(firm, known.get(i).get()))));
      } else if (named.all().get(i) instanceof NewMembers.Person person) {
        Member created =
            Member.create(
                firm, new MemberId(ids.next()), person.name(), person.email(), reach.now());
        members.add(created);
        unknown.add(created);
      }
    }
    return new Joining(
        members,
        named.all().stream().map(NewMembers.NewMember::role).toList(),
        unknown,
        revoked(members, table));
  }

  private static List<Account> revoked(List<Member> members, Table table) {
    List<Key> keys =
        members.stream()
            .filter(member -> member.account() == AccountStatus.REVOKED)
            .map(member -> TableKeys.account(member.holder()))
            .toList();
    return keys.isEmpty()
        ? List.of()
        : table.read(keys).byKey().values().stream()
            .map(Account::fromItem)
            .filter(account -> account.allows(AccountStatus.Step.INVITE))
            .toList();
  }

  private static Optional<MemberId> known(NewMembers.NewMember member, FirmId firm, Items items) {
    return switch (member) {
      case NewMembers.Known known -> known.id();
      case NewMembers.Person person ->
          items.at(PortalKeys.memberAddress(firm, person.email())).map(Member::idOf);
    };
  }

  private static void requireDistinct(List<Optional<MemberId>> known) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).isPresent() && known.indexOf(known.get(i)) < i) {
        faults.add(NewMembers.fault(i, Fault.Code.DUPLICATE, "is named before"));
      }
    }
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
  }

  /**
   * Makes members of those the firm does not know yet. They see nothing by that and are not
   * notified: if this is the end, the next request finds them by their address.
   */
  void create(Table table) {
    if (!unknownBefore.isEmpty()) {
      table.write(unknownBefore.stream().flatMap(member -> member.create().stream()).toList());
    }
  }

  /** Returns those who are none of these. */
  Joining without(Collection<MemberId> others) {
    List<Member> left = new ArrayList<>();
    List<PortalRole> leftRoles = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      if (!others.contains(members.get(i).id())) {
        left.add(members.get(i));
        leftRoles.add(roles.get(i));
      }
    }
    return new Joining(left, leftRoles, unknownBefore, revoked);
  }

  /** Returns the roles by member. */
  Map<MemberId, PortalRole> byMember() {
    Map<MemberId, PortalRole> all = new LinkedHashMap<>();
    for (int i = 0; i < members.size(); i++) {
      all.put(members.get(i).id(), roles.get(i));
    }
    return all;
  }

  List<MemberId> ids() {
    return members.stream().map(Member::id).toList();
  }

  /** Returns those who have no account and are notified by an invitation. */
  List<MemberId> invited() {
    return withoutAccount().map(Member::id).toList();
  }

  private Stream<Member> withoutAccount() {
    return members.stream().filter(member -> !member.account().counts());
  }

  /**
   * Returns the writes that invite those who have no account, as many as fit in the transaction:
   * first those whose account was revoked. The function that sends the mails makes the accounts of
   * the others, who never had one, before.
   *
   * @param before the number of writes that the transaction has already
   * @throws ProblemException {@code too-many-requests}
   */
  List<Write> invitations(int before, Instant now) {
    return withoutAccount()
        .sorted(Comparator.comparing(member -> member.account() != AccountStatus.REVOKED))
        .limit((MOST_WRITES - before) / MemberInvitation.WRITES)
        .flatMap(member -> invitation(member, now))
        .toList();
  }

  private Stream<Write> invitation(Member member, Instant now) {
    Optional<Account> ended =
        revoked.stream().filter(account -> account.holder().equals(member.holder())).findFirst();
    if (ended.isEmpty()) {
      return MemberInvitation.of(member, now).stream();
    }
    Account again = ended.get().inviteAgain(member.email(), now);
    return Stream.of(again.replace(), again.copyToHolder(member.revision()));
  }
}
