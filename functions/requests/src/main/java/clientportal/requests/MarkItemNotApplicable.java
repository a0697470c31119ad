package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.events.EventData.ItemMarkedNotApplicable;
import clientportal.access.keys.RequestItemPath;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.ItemAction;
import clientportal.platform.http.Body;

/** Says that there is no such thing, and why. */
record MarkItemNotApplicable(OwnItem own) {
  RequestItem handle(
      Caller caller, RequestItemPath path, Body<NewReason> body, Idempotency idempotency) {
    return own.change(
        caller,
        path,
        () -> new ItemAction.MarkNotApplicable(body.read().reason()),
        ItemMarkedNotApplicable::new,
        idempotency);
  }
}
