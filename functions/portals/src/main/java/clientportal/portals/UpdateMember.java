package clientportal.portals;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.addresses.AddressChange;
import clientportal.access.addresses.AddressWrites;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.MemberUpdated;
import clientportal.access.events.Recorder;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.MemberPath;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Affiliations;
import clientportal.access.records.Member;
import clientportal.access.records.Portals;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Change;
import clientportal.platform.http.Precondition;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Changes the name or the address of a member, in all their portals. Another address of somebody
 * who has an account counts once it is proved.
 */
record UpdateMember(Access access, Table table, Ids ids) {
  GetMember.Found handle(
      Caller caller, MemberPath path, Body<MemberPatch> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private GetMember.Found attempt(
      Caller caller, MemberPath path, Body<MemberPatch> body, Precondition precondition) {
    Holder.Member holder = new Holder.Member(path.firm(), path.member());
    Key accountKey = TableKeys.account(holder);
    List<Key> keys = new ArrayList<>(List.of(accountKey));
    body.ifValid()
        .flatMap(MemberPatch::email)
        .map(email -> PortalKeys.memberAddress(path.firm(), email))
        .ifPresent(keys::add);
    Reach reach = access.reach(caller, path, keys);
    reach.require(Action.MANAGE_PORTALS);
    MemberPatch patch = body.read();
    Member before = Member.fromItem(reach.item(TableKeys.holder(holder)));
    precondition.check(before.revision());
    Optional<Account> account = reach.items().at(accountKey).map(Account::fromItem);
    Member after = change(patch, before, account, reach);
    return new GetMember.Found(after, Portals.of(path.firm(), path.member(), table));
  }

  private Member change(MemberPatch patch, Member before, Optional<Account> account, Reach reach) {
    EmailAddress email = patch.email().orElse(before.email());
    requireFree(before, email, reach.items());
    AddressChange change =
        new AddressChange(
            patch
                .email()
                .<Change<EmailAddress>>map(Change.Replaced::new)
                .orElseGet(Change.Kept::new),
            Optional.of(before.email()),
            Optional.empty(),
            account);
    AddressChange.Outcome outcome = change.outcome(reach);
    Member after =
        before.withDetails(
            patch.name().orElse(before.name()), email, outcome.status(before.account()));
    List<String> changed = changed(before, after, outcome);
    if (changed.isEmpty()) {
      return before;
    }
    Recorder recorder = reach.recorder(ids);
    List<Write> writes = new ArrayList<>();
    writes.add(after.saveDetails());
    writes.addAll(AddressWrites.of(after.holder(), change, outcome, true, recorder));
    after
        .person()
        .filter(_ -> changed.contains("name"))
        .map(person -> rename(after, person))
        .ifPresent(writes::addAll);
    writes.add(recorder.record(new MemberUpdated(after.holder(), changed)));
    table.write(writes);
    return after;
  }

  /** Decisions and events read the name there. */
  private List<Write> rename(Member member, PersonId person) {
    Items items = table.read(List.of(TableKeys.affiliation(member.firm(), person)));
    return Affiliations.renameMember(member.firm(), person, member.portalMember(), items);
  }

  /** A member of the firm is known by their address. */
  private static void requireFree(Member member, EmailAddress email, Items items) {
    boolean isTaken =
        items
            .at(PortalKeys.memberAddress(member.firm(), email))
            .map(Member::idOf)
            .filter(owner -> !owner.equals(member.id()))
            .isPresent();
    if (isTaken) {
      throw new ProblemException(
          ProblemType.CONFLICT, "Another member of the firm has this address.");
    }
  }

  private static List<String> changed(Member before, Member after, AddressChange.Outcome outcome) {
    return Stream.of(
            Optional.of("name").filter(_ -> !after.name().equals(before.name())),
            Optional.of("email").filter(_ -> !after.email().equals(before.email())),
            Optional.of("emailConfirmedAt")
                .filter(_ -> outcome instanceof AddressChange.Outcome.Confirmed))
        .flatMap(Optional::stream)
        .toList();
  }
}
