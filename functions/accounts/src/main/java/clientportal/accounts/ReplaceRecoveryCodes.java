package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.RecoveryCodesReplaced;
import clientportal.access.events.Recorder;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.platform.Ids;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.util.List;

/**
 * Makes new recovery codes for a person who has signed in with two factors; the ones before are no
 * longer valid. Whoever has only one could otherwise get round the other.
 */
record ReplaceRecoveryCodes(Table table, Clock clock, Ids ids) {
  List<String> handle(Caller caller) {
    return Attempts.run(() -> attempt(caller));
  }

  private List<String> attempt(Caller caller) {
    PersonId person = caller.person();
    Items items = table.read(List.of(caller.sessionKey(), TableKeys.recoveryCodes(person)));
    caller.requireSession(items);
    caller.requireTwoFactors();
    Item self = items.at(caller.sessionKey()).orElseThrow(ProblemException::notFound);
    EmailAddress email = new EmailAddress(self.fields().text("email"));
    List<String> codes = RecoveryCodes.fresh();
    Recorder recorder = new Recorder(ids, Actor.PORTAL, clock.instant());
    table.write(
        List.of(
            RecoveryCodes.of(person, items).replaceBy(codes),
            recorder.record(new RecoveryCodesReplaced(email, person))));
    return codes;
  }
}
