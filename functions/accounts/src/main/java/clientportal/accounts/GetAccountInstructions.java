package clientportal.accounts;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Firm;
import clientportal.platform.table.Key;
import java.util.List;

/**
 * Returns instructions to print for a client, without a token: a printed page gives no access.
 *
 * @param portalUrl where clients sign in; the path of a firm's site is added to it
 */
record GetAccountInstructions(Access access, String portalUrl) {
  Instructions handle(Caller caller, Holder.Party holder) {
    Key accountKey = TableKeys.account(holder);
    Key firmKey = TableKeys.firm(holder.firm());
    Reach reach = access.reach(caller, holder, List.of(accountKey, firmKey));
    reach.require(Action.MANAGE_ACCOUNT);
    Account account = ExistingAccount.at(accountKey, reach.items());
    Firm firm = Firm.fromItem(reach.item(firmKey));
    return Instructions.of(
        firm.settings().language(),
        firm.name(),
        portalUrl + "/" + firm.slug(),
        account.email().value());
  }
}
