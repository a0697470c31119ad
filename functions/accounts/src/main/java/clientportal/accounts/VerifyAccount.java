package clientportal.accounts;

import clientportal.access.Account;
import clientportal.access.Event;
import clientportal.access.Holder;
import clientportal.access.TableKeys;
import clientportal.access.Token;
import clientportal.access.ids.EventId;
import clientportal.platform.Hashes;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.ProblemException;
import clientportal.platform.http.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes an account active for the person who proves the mailbox. Each try is counted before it is
 * looked at; whatever is wrong with a token, the answer is the same.
 */
final class VerifyAccount {
  private final Table table;
  private final People people;
  private final Clock clock;
  private final Ids ids;

  VerifyAccount(Table table, People people, Clock clock, Ids ids) {
    this.table = table;
    this.people = people;
    this.clock = clock;
    this.ids = ids;
  }

  void handle(Body<PresentedProof> body) {
    PresentedProof presented = body.read();
    presented.password().ifPresent(Password::check);
    Token token =
        table
            .update(Token.countTry(Hashes.sha256(presented.token())))
            .map(Token::fromItem)
            .filter(sent -> sent.isLive(clock.instant()))
            .filter(sent -> sent.proof().stream().anyMatch(presented::proves))
            .orElseThrow(VerifyAccount::notValid);
    Attempts.run(() -> activate(token, presented.password()));
  }

  private Account activate(Token token, Optional<String> password) {
    Instant now = clock.instant();
    Holder holder = token.holder();
    Key accountKey = TableKeys.account(holder);
    Items items =
        table.read(List.of(accountKey, TableKeys.holder(holder), People.key(token.email())));
    Account account =
        items
            .at(accountKey)
            .map(Account::fromItem)
            .filter(Account::isOpen)
            .filter(open -> open.verifications().contains(token.hash()))
            .orElseThrow(VerifyAccount::notValid);
    Activation activation =
        Activation.of(holder, items)
            .filter(Activation::isPermitted)
            .orElseThrow(VerifyAccount::notValid);

    People.Found found = people.findOrCreate(token.email(), password, items, now);
    Account active = account.activate(found.person(), now);
    List<Write> writes = new ArrayList<>(found.writes());
    writes.add(token.use());
    writes.add(active.replace());
    writes.addAll(activation.writes(table, active, account.person(), now));
    writes.add(
        activation
            .event(new EventId(ids.next()), Event.Type.AccountActivated, active, now)
            .create());
    table.write(writes);
    return active;
  }

  private static ProblemException notValid() {
    return new ProblemException(
        ProblemType.TOKEN_NOT_VALID,
        "It is unknown, used, too old or was tried too often. Ask for a new mail.");
  }
}
