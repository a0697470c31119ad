package clientportal.sharing;

import clientportal.access.Folder;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.platform.table.Fields;
import java.util.HashSet;
import java.util.List;

/**
 * How the grants of an item differ from those that were in force before.
 *
 * @param before those in force
 */
record ShareChange(Grants before, Grants after) {

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
   * it is open to all authorized, nobody new comes with a chosen recipient.
   */
  List<String> audience() {
    return before.to(Recipient.ALL_AUTHORIZED).isPresent() ? List.of() : gained();
  }

  private List<String> gained() {
    return recipients(after).stream().filter(this::adds).map(Recipient::text).toList();
  }

  private List<String> lost() {
    return recipients(before).stream()
        .filter(recipient -> after.to(recipient).isEmpty())
        .map(Recipient::text)
        .toList();
  }

  private List<String> changed() {
    return before.all().stream()
        .filter(grant -> after.to(grant.recipient()).filter(is -> !is.equals(grant)).isPresent())
        .map(grant -> grant.recipient().text())
        .toList();
  }

  private static List<Recipient> recipients(Grants grants) {
    return grants.all().stream().map(Grant::recipient).toList();
  }

  /** Returns what the event tells. */
  Fields data(Folder folder) {
    return Fields.of()
        .with("folderId", folder.id().value())
        .with("folderName", folder.name())
        .withTexts("gained", gained())
        .withTexts("lost", lost())
        .withTexts("changed", changed())
        .withTexts("openBefore", openBefore())
        .build();
  }

  /**
   * Returns the recipients to whom the item was open when all authorized gain it: of those they are
   * the ones who are not told.
   */
  private List<String> openBefore() {
    return adds(Recipient.ALL_AUTHORIZED)
        ? recipients(before).stream().map(Recipient::text).toList()
        : List.of();
  }
}
