package clientportal.accounts;

import clientportal.access.Access;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Firm;
import clientportal.platform.table.Key;
import java.util.List;

/** Writes down for a client how to come in, to be printed. It holds no token: paper gets about. */
final class GetAccountInstructions {
  private final Access access;
  private final String portalUrl;

  /**
   * @param portalUrl where clients come in, each firm's sites below it
   */
  GetAccountInstructions(Access access, String portalUrl) {
    this.access = access;
    this.portalUrl = portalUrl;
  }

  Instructions handle(PersonId caller, Holder.Party holder) {
    Key accountKey = TableKeys.account(holder);
    Key firmKey = TableKeys.firm(holder.firm());
    Reach reach = access.reach(caller, holder, List.of(accountKey, firmKey));
    reach.require(Action.MANAGE_ACCOUNT);
    Account account = CountingAccount.at(accountKey, reach.items());
    Firm firm = Firm.fromItem(reach.item(firmKey));
    return Instructions.of(firm.name(), portalUrl + "/" + firm.slug(), account.email().value());
  }
}
