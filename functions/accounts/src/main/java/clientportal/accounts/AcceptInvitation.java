package clientportal.accounts;

import clientportal.access.events.Actor;
import clientportal.access.events.EventData.VerificationRequested;
import clientportal.access.events.Recorder;
import clientportal.platform.Hashes;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Starts the verification of an invitation. It does the same for every token: whether it is one of
 * ours shows only later, when the mail is to be sent, so that neither the answer nor the work
 * before it tells. How many mails follow is held by the limit of the address.
 */
record AcceptInvitation(Table table, Clock clock, Ids ids) {
  Started handle(Body<PresentedToken> body) {
    String tokenHash = Hashes.sha256(body.read().token());
    Instant now = clock.instant();
    Started started = Started.at(now);
    table.write(
        List.of(
            new Recorder(ids, Actor.PORTAL, now)
                .record(new VerificationRequested(tokenHash, started.browserKeyHash()))));
    return started;
  }
}
