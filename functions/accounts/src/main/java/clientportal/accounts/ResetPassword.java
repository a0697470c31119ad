package clientportal.accounts;

import clientportal.access.decision.Membership;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.PasswordReset;
import clientportal.access.events.EventData.SecondFactorReset;
import clientportal.access.events.EventData.SignInRecovered;
import clientportal.access.events.Recorder;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
import clientportal.access.records.Memberships;
import clientportal.access.records.PersonByEmail;
import clientportal.access.records.Purpose;
import clientportal.access.records.Sessions;
import clientportal.access.records.Token;
import clientportal.access.records.ValidTokens;
import clientportal.platform.Ids;
import clientportal.platform.Secrets;
import clientportal.platform.http.Body;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sets the password of a person who proves the mailbox, removes their passkeys, and ends all of
 * their sessions. An authenticator app stays, unless the person has a recovery code.
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
    Claims.run(table, release, () -> reset(token, person, password, proof.recoveryCode(), claim));
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

  private PersonId reset(
      Token token, PersonId person, String password, Optional<String> recoveryCode, String claim) {
    Instant now = clock.instant();
    ValidTokens sent = sent(token, person);
    if (table.update(sent.claim(claim, now, Claims.TIME)).isEmpty()) {
      throw new ConflictException("the token is being used");
    }
    Recorder recorder = new Recorder(ids, Actor.PORTAL, now);
    List<Write> writes = new ArrayList<>(List.of(token.use(), sent.end(claim)));
    if (recoveryCode.isPresent()) {
      writes.add(use(recoveryCode.get(), person));
      writes.add(recorder.record(new SignInRecovered(token.email(), person)));
      writes.addAll(tellAdministrators(person, recorder));
      identities.startOver(person, password);
    } else {
      writes.add(recorder.record(new PasswordReset(token.email(), person)));
      identities.renew(person, password);
    }
    // Whoever signed in while the old password was valid has signed in before this instant.
    writes.add(Sessions.renewed(person, clock.instant()));
    table.write(writes);
    return person;
  }

  /** The proof of the mailbox stays valid if the code is wrong: it was typed, from paper. */
  private Write use(String recoveryCode, PersonId person) {
    Items items = table.read(List.of(TableKeys.recoveryCodes(person)));
    return RecoveryCodes.of(person, items)
        .use(recoveryCode)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.TOKEN_NOT_VALID, "The recovery code is unknown or was used."));
  }

  /** Records the reset in each firm in whose staff the person is. */
  private List<Write> tellAdministrators(PersonId person, Recorder recorder) {
    List<FirmId> firms = References.staffOf(table, person);
    Items items =
        table.read(firms.stream().map(firm -> TableKeys.membership(firm, person)).toList());
    List<Write> events = new ArrayList<>();
    for (FirmId firm : firms) {
      items
          .at(TableKeys.membership(firm, person))
          .map(Memberships::fromItem)
          .filter(Membership::enabled)
          .map(member ->
              new SecondFactorReset(new Holder.Staff(firm, member.staff()), member.name()))
          .map(recorder::record)
          .ifPresent(events::add);
    }
    return events;
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
