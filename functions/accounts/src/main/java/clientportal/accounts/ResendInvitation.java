package clientportal.accounts;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.ids.EmailAddress;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.MailCause;
import clientportal.platform.Ids;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * Sends the invitation of a client, contact or member again, to the address that is on file now;
 * also after a bounce, and to a member whose account was revoked.
 */
record ResendInvitation(Access access, Table table, Ids ids) {
  Account handle(Caller caller, Holder.Reader holder) {
    return Attempts.run(() -> attempt(caller, holder));
  }

  private Account attempt(Caller caller, Holder.Reader holder) {
    Key key = TableKeys.account(holder);
    Reach reach = access.reach(caller, holder, List.of(key));
    reach.require(Action.MANAGE_ACCOUNT);
    Optional<Account> ended = endedOfMember(holder, reach.items().at(key));
    if (ended.isEmpty()) {
      requireOpen(ExistingAccount.at(key, reach.items()));
    }
    AccountHolder.OfReader reader = AccountHolder.OfReader.of(holder, reach);
    EmailAddress address = reader.invitedAddress();
    Account account =
        ended
            .map(before -> before.inviteAgain(address, reach.now()))
            .orElseGet(() ->
                ExistingAccount.at(key, reach.items())
                    .resend(address, MailCause.STAFF, reach.now()));
    table.write(
        List.of(
            account.replace(),
            account.copyToHolder(reader.revision()),
            reach.recorder(ids).record(new AccountInvited(holder))));
    return account;
  }

  private static void requireOpen(Account account) {
    if (!account.isOpen()) {
      throw new ProblemException(
          ProblemType.CONFLICT, "The account is " + account.status().text() + " already.");
    }
  }

  /** A member whose account was revoked is invited anew: no other operation creates one. */
  private static Optional<Account> endedOfMember(Holder.Reader holder, Optional<Item> item) {
    return switch (holder) {
      case Holder.Party _ -> Optional.empty();
      case Holder.Member _ ->
          item.map(Account::fromItem).filter(is -> is.status() == AccountStatus.REVOKED);
    };
  }
}
