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
 * Starts the reset of a password. It does the same for every address: whether anybody has it shows
 * only later, when the mail is to be sent, so that neither the answer nor the work before it tells.
 */
record RequestPasswordReset(Table table, CallLimits limits, Clock clock, Ids ids) {
  Started handle(String sourceIp, Body<ForgottenPassword> body) {
    EmailAddress email = body.read().email();
    CallLimits.Limit asked = CallLimits.Limit.ofCaller(sourceIp);
    Instant now = clock.instant();
    Started started = Started.at(now);
    if (limits.admits(List.of(asked), table.read(List.of(asked.key())), now)) {
      table.write(
          List.of(
              new Recorder(ids, Actor.PORTAL, now)
                  .record(new PasswordResetRequested(email, started.browserKeyHash()))));
    }
    return started;
  }
}
