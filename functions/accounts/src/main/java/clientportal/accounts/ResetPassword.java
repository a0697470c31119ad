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
import clientportal.access.records.Affiliations;
import clientportal.access.records.Firm;
import clientportal.access.records.PersonByEmail;
import clientportal.access.records.Purpose;
import clientportal.access.records.SignInChange;
import clientportal.access.records.Token;
import clientportal.access.records.ValidTokens;
import clientportal.platform.Hashes;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
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
 * <p>The password can't be set in the transaction that uses the token. So the reset is recorded
 * first, and a recovery code is used up: the person is notified even if the function dies before it
 * is done. After a crash the same token, with the same code, completes the reset.
 */
record ResetPassword(Table table, Identities identities, Clock clock, Ids ids) {
  /** So many fit into a transaction with what else a reset writes. */
  private static final int MOST_EVENTS = 90;

  void handle(Body<VerificationProof> body) {
    VerificationProof proof = body.read();
    String password = proof.password().orElseThrow();
    Password.check(password);
    Token token = proof.verify(table, clock.instant());
    if (!(token.purpose() instanceof Purpose.ForPasswordReset(PersonId person))) {
      throw VerificationProof.notValid();
    }
    checkClasses(password, person);
    SignInChange change = SignInChange.of(person, id(token, proof));
    Claims.change(
        table,
        change,
        () -> begin(change, token, proof.recoveryCode()),
        () -> {
          if (proof.recoveryCode().isPresent()) {
            identities.startOver(change, password);
          } else {
            identities.renew(change, password);
          }
        },
        () -> end(change, token));
  }

  /** A reset is the same if it is repeated with the same token and recovery code. */
  private static String id(Token token, VerificationProof proof) {
    return Hashes.sha256(
        token.hash() + "\n" + proof.recoveryCode().map(RecoveryCodes::hash).orElse(""));
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

  private void begin(SignInChange change, Token token, Optional<String> recoveryCode) {
    PersonId person = change.person();
    Key sent = TableKeys.sentToReset(token.email());
    Key self = TableKeys.person(person);
    List<Key> keys = new ArrayList<>(List.of(sent, TableKeys.email(token.email()), self));
    recoveryCode.map(_ -> TableKeys.recoveryCodes(person)).ifPresent(keys::add);
    Items items = table.read(keys);
    ValidTokens valid = ValidTokens.of(sent, items);
    if (!valid.has(token) || !PersonByEmail.of(token.email(), items).equals(Optional.of(person))) {
      throw VerificationProof.notValid();
    }
    Instant now = clock.instant();
    List<Write> writes = new ArrayList<>();
    writes.add(valid.check());
    writes.addAll(change.begin(now, Claims.TIME));
    if (!change.hasBegun(items.require(self))) {
      Recorder recorder = new Recorder(ids, Actor.PORTAL, now);
      if (recoveryCode.isPresent()) {
        writes.add(use(recoveryCode.get(), RecoveryCodes.of(person, items)));
        writes.add(recorder.record(new SignInRecovered(token.email(), person)));
        writes.addAll(notifyAdministrators(person, recorder));
      } else {
        writes.add(recorder.record(new PasswordReset(token.email(), person)));
      }
    }
    table.write(writes);
  }

  /**
   * A wrong code does not use up the proof of the mailbox: people copy codes from paper and mistype
   * them.
   */
  private static Write use(String recoveryCode, RecoveryCodes codes) {
    return codes
        .use(recoveryCode)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.TOKEN_NOT_VALID, "The recovery code is unknown or was used."));
  }

  /**
   * Records the reset in each firm that the person works for. Returns what fits into the
   * transaction of the reset, and writes the rest before it: one who works for more firms than that
   * can be reported to them a second time after a conflict or a crash.
   */
  private List<Write> notifyAdministrators(PersonId person, Recorder recorder) {
    List<FirmId> firms = References.staffOf(table, person);
    Items items =
        table.read(firms.stream().map(firm -> TableKeys.affiliation(firm, person)).toList());
    List<Write> events = new ArrayList<>();
    for (FirmId firm : firms) {
      Affiliations.staff(firm, person, items)
          .filter(Membership::enabled)
          .map(member ->
              new SecondFactorReset(new Holder.Staff(firm, member.staff()), member.name()))
          .map(recorder::record)
          .ifPresent(events::add);
    }
    while (events.size() > MOST_EVENTS) {
      List<Write> batch = events.subList(0, MOST_EVENTS);
      table.write(List.copyOf(batch));
      batch.clear();
    }
    return events;
  }

  /** Ends all tokens, also those of mails that were requested meanwhile. */
  private void end(SignInChange change, Token token) {
    Key sent = TableKeys.sentToReset(token.email());
    ValidTokens all = ValidTokens.of(sent, table.read(List.of(sent)));
    // Whoever signed in while the old password was valid has signed in before this instant.
    table.write(List.of(token.use(), all.end(), change.end(clock.instant())));
  }
}
