package clientportal.access.shares;

import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.Recipients;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the grants of an item differ from those that were in force before.
 *
 * @param before the grants in force
 * @param inherited the grants of a document's folder, the same before and after
 */
record ShareChange(Grants before, Grants after, Grants inherited) {

  /** Tells whether nothing changes. */
  boolean isNone() {
    return new HashSet<>(before.all()).equals(new HashSet<>(after.all()));
  }

  /** Tells whether a recipient gains a grant. */
  boolean adds(Recipient recipient) {
    return before.to(recipient).isEmpty() && after.to(recipient).isPresent();
  }

  /**
   * Returns the recipients to notify: those through whom the item is open to somebody new. If it
   * was open to all authorized, the only new readers are the contacts who are invited.
   */
  List<Recipient> audience(List<Recipient.Contact> invited) {
    boolean openToAll = isOpenBefore(Recipient.ALL_AUTHORIZED);
    return gained()
        .filter(recipient -> openToAll ? invited.contains(recipient) : !isOpenBefore(recipient))
        .toList();
  }

  private boolean isOpenBefore(Recipient recipient) {
    return before.and(inherited).to(recipient).isPresent();
  }

  private Stream<Recipient> gained() {
    return recipients(after).filter(this::adds);
  }

  private List<Recipient> lost() {
    return recipients(before).filter(recipient -> after.to(recipient).isEmpty()).toList();
  }

  private List<Recipient> changed() {
    return before.all().stream()
        .filter(grant -> after.to(grant.recipient()).filter(is -> !is.equals(grant)).isPresent())
        .map(Grant::recipient)
        .toList();
  }

  private static Stream<Recipient> recipients(Grants grants) {
    return grants.all().stream().map(Grant::recipient);
  }

  /**
   * Returns the recipients as the event lists them.
   *
   * @param invited contacts who gained access and are notified by an invitation
   */
  Recipients recipients(List<Recipient.Contact> invited) {
    return new Recipients(
        gained().toList(),
        lost(),
        changed(),
        openBefore(),
        List.copyOf(invited),
        before.and(inherited).all().isEmpty());
  }

  /**
   * Returns the recipients to whom the item was already open when all authorized gain it: they are
   * not notified.
   */
  private List<Recipient> openBefore() {
    return adds(Recipient.ALL_AUTHORIZED)
        ? recipients(before.and(inherited)).distinct().toList()
        : List.of();
  }
}
