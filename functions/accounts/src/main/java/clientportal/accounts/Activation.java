package clientportal.accounts;

import clientportal.access.events.EventData.AccountActivated;
import clientportal.access.events.Recorder;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.platform.Ids;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The activation of a holder's account.
 *
 * @param before the account as it was read: open or revoked; empty if a new one is created
 */
record Activation(AccountHolder holder, Optional<Account> before) {

  /**
   * Returns the writes, under the revisions that were read.
   *
   * @param email the address that the person proved
   */
  List<Write> writes(Table table, PersonId person, EmailAddress email, Ids ids, Instant now) {
    Account active = open(email, now).activate(person, now);
    List<Write> writes = new ArrayList<>();
    writes.add(before.map(read -> active.replace(read.revision())).orElseGet(active::create));
    writes.add(active.copyToHolder(holder.revision()));
    writes.addAll(holder.join(table, person, before.flatMap(Account::person), now));
    writes.add(
        new Recorder(ids, holder.actor(person), now).record(new AccountActivated(holder.holder())));
    return writes;
  }

  private Account open(EmailAddress email, Instant now) {
    return before
        .map(account ->
            account.status() == AccountStatus.REVOKED ? account.startAgain(email, now) : account)
        .orElseGet(() -> Account.invite(holder.holder(), email, now));
  }
}
