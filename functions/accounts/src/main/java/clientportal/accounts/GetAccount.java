package clientportal.accounts;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.platform.table.Key;
import java.util.List;
import java.util.Optional;

/** Returns the account of a client or contact to staff. */
record GetAccount(Access access) {
  Optional<Account> handle(Caller caller, Holder.Party holder) {
    Key key = TableKeys.account(holder);
    Reach reach = access.reach(caller, holder, List.of(key));
    reach.require(Action.READ_ACCOUNT);
    return reach.items().at(key).map(Account::fromItem);
  }
}
