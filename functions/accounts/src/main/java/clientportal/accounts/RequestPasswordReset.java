package clientportal.accounts;

import clientportal.access.events.Actor;
import clientportal.access.events.EventData.PasswordResetRequested;
import clientportal.access.events.Recorder;
import clientportal.access.ids.EmailAddress;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Starts the reset of a password. It does the same for every address: whether a person has the
 * address is looked up only when the mail is sent, so neither the answer nor its timing shows it.
 */
record RequestPasswordReset(Table table, Clock clock, Ids ids) {
  PublicRequest handle(String sourceIp, Body<EmailAddress> body) {
    EmailAddress email = body.read();
    CallLimits.Limit limit = CallLimits.Limit.ofCaller(Network.of(sourceIp));
    Instant now = clock.instant();
    BrowserKey browserKey = BrowserKey.create(now);
    boolean admitted = new CallLimits(table).admits(limit, now);
    if (admitted) {
      table.write(
          List.of(
              new Recorder(ids, Actor.PORTAL, now)
                  .record(new PasswordResetRequested(email, browserKey.hash()))));
    }
    return new PublicRequest(browserKey, admitted);
  }
}
