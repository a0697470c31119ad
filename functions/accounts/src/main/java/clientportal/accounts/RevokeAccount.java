package clientportal.accounts;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.AccountRevoked;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Sessions;
import clientportal.platform.Ids;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;

/**
 * Revokes the account of a client, contact or member: from the next request on it gives the person
 * no access, and tokens that were mailed are no longer valid. Grants to the client or contact stay.
 * Before an invitation can give access again, the person's sign-in is renewed. Without an account
 * nothing changes.
 */
record RevokeAccount(Access access, Table table, Ids ids) {
  void handle(Caller caller, Holder.Reader holder) {
    Attempts.run(() -> attempt(caller, holder));
  }

  private void attempt(Caller caller, Holder.Reader holder) {
    Key key = TableKeys.account(holder);
    Reach reach = access.reach(caller, holder, List.of(key));
    reach.require(Action.MANAGE_ACCOUNT);
    reach
        .items()
        .at(key)
        .map(Account::fromItem)
        .filter(account -> account.allows(AccountStatus.Step.REVOKE))
        .ifPresent(account -> revoke(account, holder, reach));
  }

  private void revoke(Account before, Holder.Reader holder, Reach reach) {
    AccountHolder.OfReader reader = AccountHolder.OfReader.of(holder, reach);
    Account revoked = before.revoke();
    List<Write> writes = new ArrayList<>();
    writes.add(revoked.replace());
    writes.add(revoked.copyToHolder(reader.revision()));
    before
        .person()
        .ifPresent(person -> {
          writes.addAll(reader.leave(table, person));
          writes.add(Sessions.renewAtNextProof(person));
        });
    writes.add(reach.recorder(ids).record(new AccountRevoked(holder)));
    table.write(writes);
  }
}
