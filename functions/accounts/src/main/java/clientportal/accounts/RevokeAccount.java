package clientportal.accounts;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.AccountRevoked;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Links;
import clientportal.access.records.Sessions;
import clientportal.platform.Ids;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;

/**
 * Revokes the account of a client or contact: from the next request on it gives the person no
 * access, and tokens that were mailed are no longer valid. Grants to the client or contact stay.
 * Before an invitation can give access again, the person's sign-in is renewed. Without an account
 * nothing changes.
 */
record RevokeAccount(Access access, Table table, Ids ids) {
  void handle(Caller caller, Holder.Party holder) {
    Attempts.run(() -> attempt(caller, holder));
  }

  private void attempt(Caller caller, Holder.Party holder) {
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

  private void revoke(Account before, Holder.Party holder, Reach reach) {
    Account revoked = before.revoke();
    List<Write> writes = new ArrayList<>();
    writes.add(revoked.replace());
    writes.add(revoked.copyToHolder(AccountHolder.OfParty.of(holder, reach).revision()));
    before.person().ifPresent(person -> writes.addAll(unlink(person, holder)));
    writes.add(reach.recorder(ids).record(new AccountRevoked(holder)));
    table.write(writes);
  }

  private List<Write> unlink(PersonId person, Holder.Party holder) {
    Key link = TableKeys.link(holder.client(), person);
    List<Write> writes =
        new ArrayList<>(
            Links.remove(
                holder.client(), person, holder.party(), table.read(List.of(link)).at(link)));
    writes.add(Sessions.renewAtNextProof(person));
    return writes;
  }
}
