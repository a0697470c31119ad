package clientportal.accounts;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Membership;
import clientportal.access.events.EventData.SecondFactorReset;
import clientportal.access.events.EventData.SignInReset;
import clientportal.access.events.Recorder;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.StaffPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Affiliations;
import clientportal.access.records.SignInChange;
import clientportal.access.records.StaffMember;
import clientportal.platform.Ids;
import clientportal.platform.Secrets;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets a colleague who has lost their authenticator app or passkey start over: turns the app off,
 * and replaces or removes whatever else they signed in with. They then sign in with a mailed code
 * and add a new second factor. All administrators are notified.
 *
 * <p>A sign-in is one for all firms. A firm may not weaken how its people sign in to another, so
 * this is for people of this firm alone.
 */
record ResetSecondFactor(Access access, Table table, Identities identities, Clock clock, Ids ids) {
  void handle(Caller caller, StaffPath path) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.MANAGE_STAFF);
    StaffMember member = StaffMember.fromItem(reach.subject().orElseThrow());
    PersonId person =
        member
            .person()
            .filter(them -> !them.equals(caller.person()))
            .filter(them -> !belongsElsewhere(them, path.firm().firm()))
            .orElseThrow(ResetSecondFactor::refused);
    EmailAddress email =
        new EmailAddress(table.require(TableKeys.person(person)).fields().text("email"));
    Recorder recorder = reach.recorder(ids);
    SignInChange change = SignInChange.of(person);
    Claims.change(
        table,
        change,
        () -> {
          List<Write> writes = new ArrayList<>(change.begin(clock.instant(), Claims.TIME));
          writes.add(RecoveryCodes.end(person));
          writes.add(recorder.record(new SignInReset(email, person)));
          writes.add(recorder.record(new SecondFactorReset(member.holder(), member.name())));
          table.write(writes);
        },
        () -> identities.startOver(change, Secrets.token()),
        () -> table.write(List.of(change.end(clock.instant()))));
  }

  /** Tells whether the person is an operator, or anything in another firm. */
  private boolean belongsElsewhere(PersonId person, FirmId firm) {
    Key operator = TableKeys.operator(person);
    List<FirmId> others =
        References.staffOf(table, person).stream().filter(other -> !other.equals(firm)).toList();
    Stream<Key> affiliations = others.stream().map(other -> TableKeys.affiliation(other, person));
    Items items = table.read(Stream.concat(Stream.of(operator), affiliations).toList());
    return items.at(operator).isPresent()
        || others.stream()
            .flatMap(other -> Affiliations.staff(other, person, items).stream())
            .anyMatch(Membership::enabled)
        || References.clientOf(table, person).stream()
            .map(ClientPath::firm)
            .anyMatch(other -> !other.equals(firm));
  }

  /** One answer for all reasons: most of them are about other firms. */
  private static ProblemException refused() {
    return new ProblemException(
        ProblemType.CONFLICT,
        "This colleague's second factor can't be reset here. Ask the operator of the portal.");
  }
}
