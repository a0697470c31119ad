package clientportal.sharing;

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
 * @param before those in force
 * @param inherited those that the folder of a document gives, before and after
 */
record ShareChange(Grants before, Grants after, Grants inherited) {

  /** Tells whether it is the same set again. */
  boolean isNone() {
    return new HashSet<>(before.all()).equals(new HashSet<>(after.all()));
  }

  /** Tells whether somebody was not named before and is now. */
  boolean adds(Recipient recipient) {
    return before.to(recipient).isEmpty() && after.to(recipient).isPresent();
  }

  /**
   * Returns whom to tell: recipients through whom somebody can reach the item who could not. While
   * it is open to all authorized, nobody new comes with a chosen recipient, but who is invited.
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
   * Returns what the event says of it.
   *
   * @param invited those who gained access and are notified by an invitation of their own
   */
  Recipients recipients(List<Recipient.Contact> invited) {
    return new Recipients(gained().toList(), lost(), changed(), openBefore(), List.copyOf(invited));
  }

  /**
   * Returns the recipients to whom the item was open when all authorized gain it: of those they are
   * the ones who are not told.
   */
  private List<Recipient> openBefore() {
    return adds(Recipient.ALL_AUTHORIZED)
        ? recipients(before.and(inherited)).distinct().toList()
        : List.of();
  }
}
