package clientportal.documents;

import clientportal.access.ids.ClientId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.FolderId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Key;
import clientportal.uploads.ObjectKey;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of one version's bytes in the bucket, and of what the table has about their upload. */
record VersionKey(DocumentPath document, int version) {
  private static final Pattern FORM =
      Pattern.compile(
          "firms/([^/]+)/clients/([^/]+)/folders/([^/]+)/documents/([^/]+)/([1-9][0-9]{0,5})");

  /** Reads the key of an object; empty if it is not one of a document. */
  static Optional<VersionKey> parse(String object) {
    Matcher parts = FORM.matcher(object);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      ClientPath client = new ClientPath(new FirmId(parts.group(1)), new ClientId(parts.group(2)));
      FolderPath folder = new FolderPath(client, new FolderId(parts.group(3)));
      return Optional.of(
          new VersionKey(
              new DocumentPath(folder, new DocumentId(parts.group(4))),
              Integer.parseInt(parts.group(5))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Returns the keys of the version whose item is at a key with a version. */
  static VersionKey of(Key item) {
    return new VersionKey(TableKeys.documentOf(item), TableKeys.versionOf(item));
  }

  /** Returns the key of the bytes. */
  ObjectKey object() {
    FolderPath folder = document.folder();
    return new ObjectKey(
        "firms/%s/clients/%s/folders/%s/documents/%s/%d"
            .formatted(
                folder.client().firm(),
                folder.client().client(),
                folder.folder(),
                document.document(),
                version));
  }

  /** Returns the key of the upload's parts. */
  Key parts() {
    return TableKeys.parts(document.folder(), document.document(), version);
  }

  /** Returns the key of what says that the bytes are to be deleted. */
  Key discarded() {
    return TableKeys.discarded(document.folder(), document.document(), version);
  }

  /** Returns the shard of the due work on the upload, or on its bytes. */
  String dueShard() {
    return TableKeys.shard(TableKeys.UPLOAD_SHARDS, document.document());
  }
}
