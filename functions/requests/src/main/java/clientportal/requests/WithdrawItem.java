package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.events.EventData.ItemWithdrawn;
import clientportal.access.keys.RequestItemPath;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.ItemAction;

/** Takes back what was submitted, or that there is no such thing, before staff have reviewed it. */
record WithdrawItem(OwnItem own) {
  RequestItem handle(Caller caller, RequestItemPath path, Idempotency idempotency) {
    return own.change(caller, path, ItemAction.Withdraw::new, ItemWithdrawn::new, idempotency);
  }
}
