package clientportal.documents;

import clientportal.access.ids.DocumentTypeId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.records.AnsweredItem;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import clientportal.uploads.Declaration;
import clientportal.uploads.PartSizes;
import clientportal.uploads.Parts;
import clientportal.uploads.PendingTransfer;
import clientportal.uploads.Transfers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Declares versions, and signs the URLs that accept exactly their bytes. */
record Declarations(Table table, Transfers transfers, PartSizes sizes) {

  /** A declared version, with its parts if it is uploaded in parts. */
  record Declared(Upload upload, Optional<Parts> parts) {
    List<Write> creates() {
      List<Write> writes = new ArrayList<>();
      writes.add(Write.create(upload.toItem()));
      writes.addAll(PendingUploads.add(upload));
      Version version = upload.version();
      parts.ifPresent(all ->
          writes.add(Write.create(all.toItem(upload.versionKey().parts(), version.createdAt()))));
      return writes;
    }
  }

  /**
   * Declares a version; nothing is written yet. If nothing is written later either, the bucket's
   * rule for abandoned parts ends the multi-part upload.
   *
   * @param before the type of the document, if there is one already
   * @param answers the item that it answers, if it does
   * @throws ProblemException {@code limit-reached} if too much is pending
   */
  Declared declare(
      DocumentPath path,
      Version version,
      NewVersion body,
      Optional<DocumentTypeId> before,
      Optional<AnsweredItem> answers) {
    new PendingUploads(table)
        .requireRoom(
            version.declaredBy(), path.folder().client(), body.size(), version.createdAt());
    Optional<Parts> parts =
        transfers.begin(
            new VersionKey(path, version.number()).object(),
            version.declared(),
            body.parts(),
            sizes);
    return new Declared(
        Upload.declare(path, version, body, before, parts.map(Parts::summary), answers), parts);
  }

  /** Returns the answer to a declaration, with the URLs for the bytes. */
  UploadView answer(Declared declared, Instant now) {
    Upload upload = declared.upload();
    return answer(upload.versionKey(), upload.version().declared(), declared.parts(), now);
  }

  /**
   * Returns the answer to a repeated declaration, with new URLs.
   *
   * @throws ProblemException {@code conflict} if the upload was cancelled or dismissed; what says
   *     so is kept for longer than the key of the declaration
   */
  UploadView again(VersionKey key, NewVersion body, Instant now) {
    Key discarded = key.discarded();
    Key inParts = key.parts();
    Items items = table.read(List.of(discarded, inParts));
    if (items.at(discarded).isPresent()) {
      throw new ProblemException(ProblemType.CONFLICT, "The upload was cancelled or dismissed.");
    }
    Optional<Parts> parts = items.at(inParts).map(Parts::fromItem);
    if (parts.isEmpty() && !body.parts().isEmpty()) {
      throw new ConflictException("the upload is being cancelled or dismissed");
    }
    return answer(key, body.declaration(""), parts, now);
  }

  private UploadView answer(
      VersionKey key, Declaration declared, Optional<Parts> parts, Instant now) {
    PendingTransfer all = transfers.all(key.object(), declared, parts, now);
    return new UploadView(key.document(), key.version(), DocumentStatus.PENDING, Optional.of(all));
  }
}
