package clientportal.accounts;

import clientportal.access.Reach;
import clientportal.access.events.Event;
import clientportal.access.ids.EventId;
import clientportal.access.keys.Holder;
import clientportal.access.records.Account;
import clientportal.platform.Ids;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Write;
import java.util.List;

/** Records what staff do with the accounts of a client and its contacts. */
record AccountEvents(Ids ids) {

  /** Writes that the caller did this with an account. */
  Write record(Event.Type type, Account account, Holder.Party holder, Reach reach) {
    return Event.ofClient(
            holder.client(),
            new EventId(ids.next()),
            type,
            reach.now(),
            reach.actor(),
            Fields.of().with("holder", account.holder().toFields()).build(),
            List.of())
        .create();
  }
}
