package clientportal.accounts;

import clientportal.access.Event;
import clientportal.access.Token;
import clientportal.access.ids.EventId;
import clientportal.platform.Hashes;
import clientportal.platform.Ids;
import clientportal.platform.Secrets;
import clientportal.platform.http.Body;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Starts the verification of an invitation. It does the same for every token: whether it is one of
 * ours shows only later, when the mail is to be sent, so that neither the answer nor the work
 * before it tells.
 */
final class AcceptInvitation {
  private final Table table;
  private final Clock clock;
  private final Ids ids;

  AcceptInvitation(Table table, Clock clock, Ids ids) {
    this.table = table;
    this.clock = clock;
    this.ids = ids;
  }

  /** What the browser keeps, to use the verification that is mailed with it. */
  record Started(String browserKey, Instant expiresAt) {}

  Started handle(Body<PresentedToken> body) {
    String tokenHash = Hashes.sha256(body.read().token());
    String browserKey = Secrets.token();
    Instant now = clock.instant();
    Fields data =
        Fields.of()
            .with("tokenHash", tokenHash)
            .with("browserKeyHash", Hashes.sha256(browserKey))
            .build();
    table.write(
        List.of(
            Event.ofToken(
                    tokenHash, new EventId(ids.next()), Event.Type.VerificationRequested, now, data)
                .create()));
    return new Started(browserKey, now.plus(Token.VERIFICATION));
  }
}
