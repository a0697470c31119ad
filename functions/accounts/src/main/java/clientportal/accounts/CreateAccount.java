package clientportal.accounts;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.ids.EmailAddress;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates the account of a client or contact; the invitation is mailed afterwards. */
record CreateAccount(Access access, Table table, Ids ids) {
  Account handle(
      Caller caller, Holder.Party holder, Body<EmailAddress> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, holder, body, idempotency));
  }

  private Account attempt(
      Caller caller, Holder.Party holder, Body<EmailAddress> body, Idempotency idempotency) {
    Key key = TableKeys.account(holder);
    List<Key> more = new ArrayList<>(idempotency.keys());
    more.add(key);
    Reach reach = access.reach(caller, holder, more);
    reach.require(Action.MANAGE_ACCOUNT);
    EmailAddress confirmed = body.read();
    Optional<Account> before = reach.items().at(key).map(Account::fromItem);
    if (idempotency.earlier(reach.items(), reach.now()).isPresent()) {
      return before.orElseGet(() -> Account.fromItem(table.require(key)));
    }
    AccountHolder.OfParty party = AccountHolder.OfParty.of(holder, reach);
    EmailAddress email = party.invitedAddress();
    if (!email.isSameAs(confirmed)) {
      throw new ProblemException(
          ProblemType.EMAIL_MISMATCH,
          "The invitation is sent to the address on file; confirm that one.");
    }
    if (before.filter(CreateAccount::isTaken).isPresent()) {
      throw exists(before.get());
    }
    Account account =
        before
            .map(revoked -> revoked.inviteAgain(email, reach.now()))
            .orElseGet(() -> Account.invite(holder, email, reach.now()));
    List<Write> writes = new ArrayList<>(idempotency.remember(key.sk(), reach.now()));
    writes.add(before.isPresent() ? account.replace() : account.create());
    writes.add(account.copyToHolder(party.revision(), reach.now()));
    writes.add(reach.recorder(ids).record(new AccountInvited(holder)));
    table.write(writes);
    return account;
  }

  /** Tells whether the holder has an account that is not revoked. */
  static boolean isTaken(Account account) {
    return !account.allows(AccountStatus.Step.INVITE);
  }

  static ProblemException exists(Account account) {
    return new ProblemException(
        ProblemType.ACCOUNT_EXISTS,
        "There is an account already; it is " + account.status().text() + ".");
  }
}
