package clientportal.access;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.FolderId;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Timestamps;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is shared with one recipient, as lists show it; never read by a decision.
 *
 * @param createdAt when the folder was created
 * @param others of a row of {@code all-authorized}: those who have a row of their own for the same
 *     item, and skip this one
 */
public record FeedRow(
    ClientPath client,
    Recipient recipient,
    FolderId folder,
    String name,
    Instant createdAt,
    AccessLevel access,
    Instant sharedAt,
    Optional<Instant> expiresAt,
    List<Recipient> others) {

  /** Returns the row of a folder's grant. */
  public static FeedRow of(Folder folder, Grant grant) {
    List<Recipient> others =
        grant.recipient() instanceof Recipient.AllAuthorized
            ? folder.grants().all().stream()
                .map(Grant::recipient)
                .filter(recipient -> recipient instanceof Recipient.Party)
                .toList()
            : List.of();
    return new FeedRow(
        folder.path().client(),
        grant.recipient(),
        folder.id(),
        folder.name(),
        folder.createdAt(),
        grant.access(),
        grant.sharedAt(),
        grant.expiresAt(),
        others);
  }

  /** The row's key: rows of a feed sort by the time of the share; an item has one row in a feed. */
  private Key key() {
    return new Key(
        TableKeys.feed(client, recipient), Timestamps.text(sharedAt) + "#FOLDER#" + folder);
  }

  public Write put() {
    return Write.put(toItem());
  }

  public Write delete() {
    return Write.delete(key());
  }

  public Item toItem() {
    return Fields.of()
        .with("folderId", folder.value())
        .with("name", name)
        .with("createdAt", createdAt)
        .with("access", access.text())
        .with("sharedAt", sharedAt)
        .with("expiresAt", expiresAt)
        .withTexts("others", others.stream().map(Recipient::text).toList())
        .with("namesPartition", TableKeys.feedFolders(client, recipient))
        .with("namesSort", TableKeys.nameSort(name, folder.value()))
        .at(key());
  }

  public static FeedRow fromItem(ClientPath client, Recipient recipient, Item item) {
    Fields fields = item.fields();
    return new FeedRow(
        client,
        recipient,
        new FolderId(fields.text("folderId")),
        fields.text("name"),
        fields.instant("createdAt"),
        AccessLevel.of(fields.text("access")),
        fields.instant("sharedAt"),
        fields.optionalInstant("expiresAt"),
        fields.texts("others").stream().map(Recipient::of).toList());
  }
}
