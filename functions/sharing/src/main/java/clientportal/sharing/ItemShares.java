package clientportal.sharing;

import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.ShareState;
import clientportal.access.records.Shareable;
import java.time.Instant;
import java.util.List;

/**
 * To whom an item is open.
 *
 * @param inherited the grants in force of the folder that a document is in; none of a folder
 * @param now the instant at which it is
 */
record ItemShares(Shareable item, Grants inherited, RecipientNames names, Instant now) {

  List<Grant> own() {
    return item.grants().inForce(now);
  }

  ShareState state() {
    return item.grants().and(inherited).state(now);
  }
}
