package clientportal.uploads;

import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.time.Instant;
import java.util.Optional;

/**
 * The bytes of an upload that was cancelled or dismissed. They are deleted once none can arrive any
 * more: until then somebody may have a URL to put them, or be putting them.
 *
 * @param uploadId of the multi-part upload, if they come in parts
 * @param dueAt when to delete them
 */
public record Discarded(
    ObjectKey objectKey, Optional<String> uploadId, Instant dueAt, long revision) {

  /** Discards the bytes of an upload that ends now. */
  public static Discarded of(ObjectKey objectKey, Optional<String> uploadId, Instant now) {
    return new Discarded(objectKey, uploadId, now.plus(Wait.LAST_LOOK), 1);
  }

  /** Returns the same while somebody deletes the bytes. */
  public Discarded leased(Instant now) {
    return new Discarded(objectKey, uploadId, now.plus(Wait.LEASE), revision + 1);
  }

  /**
   * Returns the item.
   *
   * @param shard of the due work
   */
  public Item toItem(Key key, String shard) {
    return Fields.of()
        .with("uploadId", uploadId)
        .with("dueShard", shard)
        .with("dueAt", dueAt)
        .with(Item.REVISION, revision)
        .at(key);
  }

  /** Reads an item, whose key says which object it is about. */
  public static Discarded fromItem(Item item, ObjectKey objectKey) {
    Fields fields = item.fields();
    return new Discarded(
        objectKey,
        fields.optionalText("uploadId"),
        fields.instant("dueAt"),
        fields.number(Item.REVISION));
  }
}
