package clientportal.documents;

import clientportal.access.Reach;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import java.util.List;
import java.util.Optional;

/**
 * The upload of a version, once the caller may continue it.
 *
 * @param pending the upload, if its bytes are not yet available or rejected
 * @param parts its parts, if it is pending and in parts
 */
record ReachedUpload(
    int version, DocumentStatus status, Optional<Upload> pending, Optional<Parts> parts) {

  /** Returns the keys to read together with the document. */
  static List<Key> keys(DocumentPath path, int version) {
    return List.of(
        Upload.key(path, version),
        Parts.key(path, version),
        TableKeys.version(path.folder(), path.document(), version));
  }

  /** Finds the upload, and requires that the caller may continue it. */
  static ReachedUpload require(Reach reach, DocumentPath path, int version) {
    Items items = reach.items();
    Optional<Upload> upload = items.at(Upload.key(path, version)).map(Upload::fromItem);
    if (upload.isPresent()) {
      reach.requireContinuing(upload.get().version().declaredBy(), false);
      DocumentStatus status = upload.get().status();
      Optional<Upload> pending = upload.filter(_ -> status == DocumentStatus.PENDING);
      return new ReachedUpload(
          version,
          status,
          pending,
          pending.flatMap(Upload::inParts).map(_ -> parts(items, path, version)));
    }
    Version arrived = Version.find(reach, path, version).orElseThrow(ProblemException::notFound);
    reach.requireContinuing(arrived.declaredBy(), true);
    return new ReachedUpload(version, DocumentStatus.AVAILABLE, Optional.empty(), Optional.empty());
  }

  /**
   * Finds an upload that the caller may cancel or dismiss.
   *
   * @throws ProblemException {@code conflict} if the version is available
   */
  static Upload requireEnding(Reach reach, DocumentPath path, int version) {
    Optional<Upload> upload = reach.items().at(Upload.key(path, version)).map(Upload::fromItem);
    if (upload.isPresent()) {
      reach.requireEnding(upload.get().version().declaredBy(), false);
      return upload.get();
    }
    Version arrived = Version.find(reach, path, version).orElseThrow(ProblemException::notFound);
    reach.requireEnding(arrived.declaredBy(), true);
    throw new ProblemException(ProblemType.CONFLICT, "The version is available already.");
  }

  /** The item of the parts expires after the bucket has ended their upload. */
  private static Parts parts(Items items, DocumentPath path, int version) {
    return items
        .at(Parts.key(path, version))
        .map(Parts::fromItem)
        .orElseThrow(ProblemException::notFound);
  }
}
