package clientportal.accounts;

import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.AccountActivated;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.platform.Ids;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The account of a client or contact that whoever proves the address on file may have without being
 * asked: there is none yet, or it waits for that address to be proved. One that staff took away
 * comes back by staff alone.
 */
record OwnAccount(Holder.Party holder, Activation activation, Optional<Account> before) {

  static Optional<OwnAccount> of(Holder.Party holder, EmailAddress email, Items items) {
    Optional<Account> before = items.at(TableKeys.account(holder)).map(Account::fromItem);
    boolean mayHave =
        before
            .map(account -> account.isOpen() && account.invitedAddress().isSameAs(email))
            .orElse(true);
    return mayHave && isOnFile(holder, email, items)
        ? Activation.of(holder, items)
            .filter(Activation::isPermitted)
            .map(activation -> new OwnAccount(holder, activation, before))
        : Optional.empty();
  }

  private static boolean isOnFile(Holder.Party holder, EmailAddress email, Items items) {
    Optional<Item> item = items.at(TableKeys.holder(holder));
    Optional<EmailAddress> onFile =
        switch (holder.party()) {
          case Recipient.Client _ -> item.flatMap(read -> Client.fromItem(read).email());
          case Recipient.Contact _ -> item.flatMap(read -> Contact.fromItem(read).email());
        };
    return onFile.filter(email::isSameAs).isPresent();
  }

  /** Returns what joins the person; of one that was revoked, what joins somebody anew. */
  List<Write> writes(Table table, PersonId person, EmailAddress email, Ids ids, Instant now) {
    Account active = open(email, now).activate(person, now);
    List<Write> writes = new ArrayList<>();
    writes.add(before.map(read -> active.replace(read.revision())).orElseGet(active::create));
    writes.addAll(activation.writes(table, active, before.flatMap(Account::person), now));
    writes.add(activation.recorder(ids, person, now).record(new AccountActivated(holder)));
    return writes;
  }

  private Account open(EmailAddress email, Instant now) {
    return before
        .map(account ->
            account.status() == AccountStatus.REVOKED ? account.inviteAgain(email, now) : account)
        .orElseGet(() -> Account.invite(holder, email, now));
  }
}
