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
 * Starts the verification of an invitation. It does the same for every token: whether the token is
 * valid is looked up only when the mail is sent, so neither the answer nor its timing shows it. The
 * account's own limit bounds the number of mails.
 */
record AcceptInvitation(Table table, Clock clock, Ids ids) {
  PublicRequest handle(String sourceIp, Body<InvitationToken> body) {
    String tokenHash = Hashes.sha256(body.read().token());
    Instant now = clock.instant();
    BrowserKey browserKey = BrowserKey.create(now);
    CallLimits.Limit limit = CallLimits.Limit.ofInvited(Network.of(sourceIp));
    boolean admitted = new CallLimits(table).admits(limit, now);
    if (admitted) {
      table.write(
          List.of(
              new Recorder(ids, Actor.PORTAL, now)
                  .record(new VerificationRequested(tokenHash, browserKey.hash()))));
    }
    return new PublicRequest(browserKey, admitted);
  }
}
