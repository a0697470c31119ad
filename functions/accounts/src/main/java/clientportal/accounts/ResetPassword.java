package clientportal.accounts;

import clientportal.access.events.Actor;
import clientportal.access.events.EventData.PasswordReset;
import clientportal.access.events.Recorder;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
import clientportal.access.records.PersonByEmail;
import clientportal.access.records.Purpose;
import clientportal.access.records.Sessions;
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
import java.util.stream.Stream;

/**
 * Sets the password of a person who proves the mailbox, removes their passkeys, and ends all of
 * their sessions.
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
    checkClasses(password, person);
    String claim = Secrets.token();
    Write.Update release = ValidTokens.release(TableKeys.sentToReset(token.email()), claim);
    Claims.run(table, release, () -> reset(token, person, password, claim));
  }

  /** What the person's firms require is read only if it makes a difference. */
  private void checkClasses(String password, PersonId person) {
    if (Password.hasAllClasses(password)) {
      return;
    }
    List<Key> firms =
        Stream.concat(
                References.staffOf(table, person).stream(),
                References.clientOf(table, person).stream().map(ClientPath::firm))
            .distinct()
            .map(TableKeys::firm)
            .toList();
    Items items = table.read(firms);
    firms.stream()
        .flatMap(key -> items.at(key).stream())
        .forEach(firm -> Password.checkClasses(password, Firm.fromItem(firm)));
  }

  private PersonId reset(Token token, PersonId person, String password, String claim) {
    Instant now = clock.instant();
    ValidTokens sent = sent(token, person);
    if (table.update(sent.claim(claim, now, Claims.TIME)).isEmpty()) {
      throw new ConflictException("the token is being used");
    }
    identities.renew(person, password);
    Write done =
        new Recorder(ids, Actor.PORTAL, now).record(new PasswordReset(token.email(), person));
    // Whoever signed in while the old password was valid has signed in before this instant.
    Write ended = Sessions.renewed(person, clock.instant());
    table.write(List.of(token.use(), sent.end(claim), ended, done));
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
