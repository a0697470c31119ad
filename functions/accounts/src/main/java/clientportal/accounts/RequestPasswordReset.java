package clientportal.accounts;

import clientportal.access.events.Actor;
import clientportal.access.events.Event;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.EventId;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Starts the reset of a password. It does the same for every address: whether anybody has it shows
 * only later, when the mail is to be sent, so that neither the answer nor the work before it tells.
 */
final class RequestPasswordReset {
  private final Table table;
  private final CallLimits limits;
  private final Clock clock;
  private final Ids ids;

  RequestPasswordReset(Table table, CallLimits limits, Clock clock, Ids ids) {
    this.table = table;
    this.limits = limits;
    this.clock = clock;
    this.ids = ids;
  }

  Started handle(String sourceIp, Body<ForgottenPassword> body) {
    EmailAddress email = body.read().email();
    CallLimits.Limit asked = CallLimits.Limit.ofCaller(sourceIp);
    Instant now = clock.instant();
    Started started = Started.at(now);
    if (limits.admits(List.of(asked), table.read(List.of(asked.key())), now)) {
      table.write(List.of(requested(email, started, now).create()));
    }
    return started;
  }

  private Event requested(EmailAddress email, Started started, Instant now) {
    return Event.ofAddress(
        email,
        new EventId(ids.next()),
        Event.Type.PasswordResetRequested,
        now,
        Actor.PORTAL,
        Fields.of()
            .with("email", email.value())
            .with("browserKeyHash", started.browserKeyHash())
            .build());
  }
}
