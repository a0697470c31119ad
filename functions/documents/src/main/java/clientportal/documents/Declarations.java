package clientportal.documents;

import clientportal.access.keys.DocumentPath;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Declares versions, and signs the URLs that take their bytes and no others. */
final class Declarations {
  private final Table table;
  private final MultipartUploads multipartUploads;
  private final DocumentUrls urls;
  private final PartSizes sizes;

  Declarations(Table table, MultipartUploads multipartUploads, DocumentUrls urls, PartSizes sizes) {
    this.table = table;
    this.multipartUploads = multipartUploads;
    this.urls = urls;
    this.sizes = sizes;
  }

  PartSizes sizes() {
    return sizes;
  }

  /** A version that is declared, with what was said of its parts if it comes in parts. */
  record Declared(Upload upload, Optional<Parts> parts) {
    List<Write> creates() {
      List<Write> writes = new ArrayList<>();
      writes.add(Write.create(upload.toItem()));
      Version version = upload.version();
      parts.ifPresent(all ->
          writes.add(
              Write.create(all.toItem(upload.path(), version.number(), version.createdAt()))));
      return writes;
    }
  }

  /**
   * Declares a version; nothing is written yet. What S3 has begun by then and nobody ever hears of,
   * the bucket's rule for abandoned parts ends.
   */
  Declared declare(DocumentPath path, Version version, NewVersion body) {
    Optional<Parts> parts =
        Optional.of(body.parts())
            .filter(some -> !some.isEmpty())
            .map(sha256s ->
                new Parts(
                    multipartUploads.begin(
                        new ObjectKey(path, version.number()), body.contentType()),
                    sizes.partSize(body.size()),
                    sha256s));
    return new Declared(
        Upload.declare(path, version, body.name().isPresent(), parts.map(Parts::summary)), parts);
  }

  /** Answers with where the bytes go of what was declared just now. */
  Uploading uploading(Declared declared, Instant now) {
    Upload upload = declared.upload();
    return uploading(upload.objectKey(), upload.version().declared(), declared.parts(), now);
  }

  /** Answers a repeated declaration: with where the bytes go, signed afresh. */
  Uploading again(ObjectKey key, NewVersion body, Instant now) {
    Optional<Parts> parts =
        body.parts().isEmpty()
            ? Optional.empty()
            : Optional.of(Parts.fromItem(read(Parts.key(key.document(), key.version()))));
    return uploading(key, body.declaration(""), parts, now);
  }

  private Uploading uploading(
      ObjectKey key, Declaration declared, Optional<Parts> parts, Instant now) {
    return new Uploading(
        key.document(),
        key.version(),
        DocumentStatus.PENDING,
        Optional.of(Missing.all(urls, key, declared, parts, now)));
  }

  private Item read(Key key) {
    return table
        .read(List.of(key))
        .at(key)
        .orElseThrow(() -> new IllegalStateException("remembered parts are gone"));
  }
}
