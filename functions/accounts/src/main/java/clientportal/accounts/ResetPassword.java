package clientportal.accounts;

import clientportal.access.events.Actor;
import clientportal.access.events.EventData.PasswordReset;
import clientportal.access.events.Recorder;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.PersonByEmail;
import clientportal.access.records.Purpose;
import clientportal.access.records.Token;
import clientportal.access.records.ValidTokens;
import clientportal.platform.Ids;
import clientportal.platform.Secrets;
import clientportal.platform.http.Body;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sets the password of a person who proves the mailbox, and ends all of the person's sessions.
 *
 * <p>The password can't be set in the transaction that uses the token, so each attempt claims the
 * token first: of several at once only one sets a password, and after a crash the token can be used
 * again.
 */
record ResetPassword(Table table, Identities identities, Clock clock, Ids ids) {
  void handle(Body<VerificationProof> body) {
    VerificationProof proof = body.read();
    String password = proof.password().orElseThrow();
    Password.check(password);
    Token token = proof.verify(table, clock.instant());
    if (!(token.purpose() instanceof Purpose.ForPasswordReset(PersonId person))) {
      throw VerificationProof.notValid();
    }
    String claim = Secrets.token();
    Write.Update release = ValidTokens.release(TableKeys.sentToReset(token.email()), claim);
    Claims.run(table, release, () -> reset(token, person, password, claim));
  }

  private PersonId reset(Token token, PersonId person, String password, String claim) {
    Instant now = clock.instant();
    ValidTokens sent = sent(token, person);
    if (table.update(sent.claim(claim, now, Claims.TIME)).isEmpty()) {
      throw new ConflictException("the token is being used");
    }
    identities.setPassword(person, password);
    identities.endSessions(person);
    Write done =
        new Recorder(ids, Actor.PORTAL, now).record(new PasswordReset(token.email(), person));
    table.write(List.of(token.use(), sent.end(claim), done));
    return person;
  }

  /** The token must be one of the last two, and the address still the person's. */
  private ValidTokens sent(Token token, PersonId person) {
    Key key = TableKeys.sentToReset(token.email());
    Items items = table.read(List.of(key, TableKeys.email(token.email())));
    ValidTokens sent = ValidTokens.of(key, items);
    if (!sent.has(token) || !PersonByEmail.of(token.email(), items).equals(Optional.of(person))) {
      throw VerificationProof.notValid();
    }
    return sent;
  }
}
