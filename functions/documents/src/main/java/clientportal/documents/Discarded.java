package clientportal.documents;

import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of an upload that was cancelled or dismissed. They are deleted once none can arrive any
 * more: until then somebody may have a URL to put them, or be putting them.
 *
 * @param uploadId of the multi-part upload, if they come in parts
 * @param dueAt when to delete them
 */
record Discarded(ObjectKey objectKey, Optional<String> uploadId, Instant dueAt, long revision) {

  /** Returns the writes that discard an upload. */
  static List<Write> instead(Upload upload, Instant now) {
    List<Write> writes = new ArrayList<>();
    writes.add(new Write.Delete(upload.key(), Condition.revision(upload.revision())));
    Optional<String> uploadId = upload.inParts().map(Upload.InParts::uploadId);
    uploadId.ifPresent(
        _ -> writes.add(Write.delete(Parts.key(upload.path(), upload.version().number()))));
    Instant dueAt = now.plus(Upload.Wait.LAST_LOOK);
    writes.add(Write.create(new Discarded(upload.objectKey(), uploadId, dueAt, 1).toItem()));
    return writes;
  }

  Discarded leased(Instant now) {
    return new Discarded(objectKey, uploadId, now.plus(Upload.Wait.LEASE), revision + 1);
  }

  Key key() {
    return key(objectKey);
  }

  static Key key(ObjectKey objectKey) {
    DocumentPath path = objectKey.document();
    return TableKeys.discarded(path.folder(), path.document(), objectKey.version());
  }

  Item toItem() {
    return Fields.of()
        .with("uploadId", uploadId)
        .with("dueShard", TableKeys.shard(TableKeys.UPLOAD_SHARDS, objectKey.document().document()))
        .with("dueAt", dueAt)
        .with(Item.REVISION, revision)
        .at(key());
  }

  static Discarded fromItem(Item item) {
    Fields fields = item.fields();
    return new Discarded(
        new ObjectKey(TableKeys.documentOf(item.key()), TableKeys.versionOf(item.key())),
        fields.optionalText("uploadId"),
        fields.instant("dueAt"),
        fields.number(Item.REVISION));
  }
}
