package clientportal.accounts;

import clientportal.access.events.Actor;
import clientportal.access.events.EventData.SessionsRevoked;
import clientportal.access.events.Recorder;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.PersonByEmail;
import clientportal.access.records.Sessions;
import clientportal.platform.Ids;
import clientportal.platform.Secrets;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Puts out whoever is signed in as a person, or could be: ends all sessions, removes passkeys and
 * the authenticator app with its recovery codes, and replaces the password by one that nobody
 * knows. The person signs in with a mailed code.
 */
record RevokeSessions(Table table, Identities identities, Clock clock, Ids ids) {
  PersonId handle(EmailAddress email) {
    PersonId person =
        PersonByEmail.of(email, table.read(List.of(TableKeys.email(email))))
            .orElseThrow(() -> new IllegalArgumentException("nobody signs in with this address"));
    identities.startOver(person, Secrets.token());
    Instant now = clock.instant();
    table.write(
        List.of(
            Sessions.renewed(person, now),
            Write.delete(TableKeys.recoveryCodes(person)),
            new Recorder(ids, Actor.PORTAL, now).record(new SessionsRevoked(email, person))));
    return person;
  }
}
