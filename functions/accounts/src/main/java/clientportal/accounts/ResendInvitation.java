package clientportal.accounts;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.MailCause;
import clientportal.platform.Ids;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;

/**
 * Sends the invitation of a client, contact or member again, to the address that is on file now;
 * also after a bounce.
 */
record ResendInvitation(Access access, Table table, Ids ids) {
  Account handle(Caller caller, Holder.Reader holder) {
    return Attempts.run(() -> attempt(caller, holder));
  }

  private Account attempt(Caller caller, Holder.Reader holder) {
    Key key = TableKeys.account(holder);
    Reach reach = access.reach(caller, holder, List.of(key));
    reach.require(Action.MANAGE_ACCOUNT);
    Account before = ExistingAccount.at(key, reach.items());
    if (!before.isOpen()) {
      throw new ProblemException(
          ProblemType.CONFLICT, "The account is " + before.status().text() + " already.");
    }
    AccountHolder.OfReader reader = AccountHolder.OfReader.of(holder, reach);
    Account account = before.resend(reader.invitedAddress(), MailCause.STAFF, reach.now());
    table.write(
        List.of(
            account.replace(),
            account.copyToHolder(reader.revision()),
            reach.recorder(ids).record(new AccountInvited(holder))));
    return account;
  }
}
