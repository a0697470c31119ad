package clientportal.accounts;

import clientportal.access.events.Actor;
import clientportal.access.events.EventData.SessionsRevoked;
import clientportal.access.events.Recorder;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.PersonByEmail;
import clientportal.access.records.SignInChange;
import clientportal.platform.Ids;
import clientportal.platform.Secrets;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Locks out everybody who is signed in as a person or could sign in as them: ends all sessions,
 * removes passkeys and the authenticator app with its recovery codes, and replaces the password by
 * one that nobody knows. The person signs in with a mailed code.
 */
record RevokeSessions(Table table, Identities identities, Clock clock, Ids ids) {
  PersonId handle(EmailAddress email) {
    PersonId person =
        PersonByEmail.of(email, table.read(List.of(TableKeys.email(email))))
            .orElseThrow(() -> new IllegalArgumentException("nobody signs in with this address"));
    SignInChange change = SignInChange.of(person);
    Claims.change(
        table,
        change,
        () -> begin(change, email),
        () -> identities.startOver(change, Secrets.token()),
        () -> table.write(List.of(change.end(clock.instant()))));
    return person;
  }

  private void begin(SignInChange change, EmailAddress email) {
    Instant now = clock.instant();
    PersonId person = change.person();
    List<Write> writes = new ArrayList<>(change.begin(now, Claims.TIME));
    writes.add(RecoveryCodes.end(person));
    writes.add(new Recorder(ids, Actor.PORTAL, now).record(new SessionsRevoked(email, person)));
    table.write(writes);
  }
}
