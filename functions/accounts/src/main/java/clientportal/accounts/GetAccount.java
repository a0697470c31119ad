package clientportal.accounts;

import clientportal.access.Access;
import clientportal.access.Account;
import clientportal.access.ClientPath;
import clientportal.access.Holder;
import clientportal.access.Reach;
import clientportal.access.TableKeys;
import clientportal.access.decision.Action;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.PersonId;
import clientportal.platform.table.Key;
import java.util.List;
import java.util.Optional;

/** Tells staff how a client's account stands. */
final class GetAccount {
  private final Access access;

  GetAccount(Access access) {
    this.access = access;
  }

  Optional<Account> handle(PersonId caller, ClientPath path) {
    Key key = TableKeys.account(new Holder.Party(path, Recipient.CLIENT));
    Reach reach = access.reach(caller, path, List.of(key));
    reach.require(Action.READ_ACCOUNT);
    return reach.items().at(key).map(Account::fromItem);
  }
}
