package clientportal.accounts;

import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Firm;
import clientportal.access.records.Purpose;
import clientportal.access.records.Token;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Verifies the mailbox of a person who was invited or registered, and activates the account. */
record VerifyAccount(Table table, People people, Clock clock, Ids ids) {

  /** What the verification of the mailbox led to. */
  enum Verified {
    /** The account is active. */
    ACTIVE,
    /** Staff have yet to say whose account it is. */
    PENDING
  }

  Verified handle(Body<VerificationProof> body) {
    VerificationProof proof = body.read();
    proof.password().ifPresent(Password::check);
    Token token = proof.verify(table, clock.instant());
    return people.claiming(
        token.email(),
        proof.password(),
        claim ->
            switch (token.purpose()) {
              case Purpose.ForAccount(Holder holder) -> activate(token, holder, claim);
              case Purpose.ForRegistration registration ->
                  new CompleteRegistration(table, people, ids)
                      .handle(token, registration, claim, clock.instant());
              case Purpose.ForPasswordReset _ -> throw VerificationProof.notValid();
            });
  }

  private Verified activate(Token token, Holder holder, People.Claim claim) {
    Instant now = clock.instant();
    Key accountKey = TableKeys.account(holder);
    Key firm = TableKeys.firm(holder.firm());
    Items items =
        table.read(
            List.of(accountKey, firm, TableKeys.holder(holder), TableKeys.email(token.email())));
    Optional<Account> account =
        items
            .at(accountKey)
            .map(Account::fromItem)
            .filter(Account::isOpen)
            .filter(open -> open.verifications().contains(token.hash()));
    Activation activation =
        AccountHolder.of(holder, items)
            .filter(AccountHolder::isPermitted)
            .filter(_ -> account.isPresent())
            .map(found -> new Activation(found, account))
            .orElseThrow(VerificationProof::notValid);
    claim.checkClasses(Firm.fromItem(items.require(firm)));
    People.Found found = people.prove(token.email(), claim, items, now);
    List<Write> writes = new ArrayList<>(found.writes());
    writes.add(token.use());
    writes.addAll(activation.writes(table, found.person(), token.email(), ids, now));
    table.write(writes);
    return Verified.ACTIVE;
  }
}
