package clientportal.accounts;

import clientportal.access.events.EventData.AccountActivated;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Purpose;
import clientportal.access.records.Token;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lets a person in who proves the mailbox: who was invited, or who registered. */
final class VerifyAccount {
  private final Table table;
  private final Proofs proofs;
  private final People people;
  private final Clock clock;
  private final Ids ids;

  VerifyAccount(Table table, People people, Clock clock, Ids ids) {
    this.table = table;
    this.proofs = new Proofs(table, clock);
    this.people = people;
    this.clock = clock;
    this.ids = ids;
  }

  /** What the proof of the mailbox led to. */
  enum Verified {
    /** The person is in. */
    ACTIVE,
    /** Staff have yet to say whose account it is. */
    PENDING
  }

  Verified handle(Body<PresentedProof> body) {
    PresentedProof presented = body.read();
    presented.password().ifPresent(Password::check);
    Token token = proofs.require(presented);
    People.Claim claim = People.Claim.of(presented.password());
    return Attempts.run(() ->
        switch (token.purpose()) {
          case Purpose.ForAccount(Holder holder) -> activate(token, holder, claim);
          case Purpose.ForRegistration registration ->
              new CompleteRegistration(table, people, ids)
                  .handle(token, registration, claim, clock.instant());
          case Purpose.ForPasswordReset _ -> throw Proofs.notValid();
        });
  }

  private Verified activate(Token token, Holder holder, People.Claim claim) {
    Instant now = clock.instant();
    Key accountKey = TableKeys.account(holder);
    Items items =
        table.read(List.of(accountKey, TableKeys.holder(holder), People.key(token.email())));
    Account account =
        items
            .at(accountKey)
            .map(Account::fromItem)
            .filter(Account::isOpen)
            .filter(open -> open.verifications().contains(token.hash()))
            .orElseThrow(Proofs::notValid);
    Activation activation =
        Activation.of(holder, items).filter(Activation::isPermitted).orElseThrow(Proofs::notValid);

    People.Found found = people.findOrCreate(token.email(), claim, items, now);
    Account active = account.activate(found.person(), now);
    List<Write> writes = new ArrayList<>(found.writes());
    writes.add(token.use());
    writes.add(active.replace());
    writes.addAll(activation.writes(table, active, account.person(), now));
    writes.add(activation.recorder(ids, found.person(), now).record(new AccountActivated(holder)));
    table.write(writes);
    return Verified.ACTIVE;
  }
}
