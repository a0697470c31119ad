package clientportal.access.shares;

import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.ShareState;
import clientportal.access.records.Shareable;
import java.time.Instant;
import java.util.List;

/**
 * The shares of an item.
 *
 * @param inherited the grants in force of a document's folder; none for a folder
 * @param keptClosed whether the firm's policy keeps the item closed to readers
 * @param now the instant of the decision
 */
public record ItemShares(
    Shareable item, Grants inherited, boolean keptClosed, RecipientNames names, Instant now) {

  public List<Grant> own() {
    return item.grants().inForce(now);
  }

  public ShareState state() {
    return keptClosed ? ShareState.NONE : item.grants().and(inherited).state(now);
  }
}
