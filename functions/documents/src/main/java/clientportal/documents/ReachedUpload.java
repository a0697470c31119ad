package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Key;
import clientportal.uploads.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A version that was declared, at whichever of its keys it was found, once the decision is made.
 *
 * @param upload empty if the version is available
 */
record ReachedUpload(Reach reach, Version version, Optional<Upload> upload) {

  /**
   * Reaches an upload that the caller may continue.
   *
   * @throws ProblemException {@code not-found} or {@code permission-required}
   */
  static ReachedUpload requireContinuing(
      Access access, Caller caller, DocumentPath path, int version) {
    ReachedUpload found = find(access, caller, path, version);
    found.reach.requireContinuing(found.version.declaredBy(), found.upload.isEmpty());
    return found;
  }

  /**
   * Reaches an upload that the caller may cancel or dismiss.
   *
   * @throws ProblemException {@code not-found} or {@code permission-required}
   */
  static ReachedUpload requireEnding(Access access, Caller caller, DocumentPath path, int version) {
    ReachedUpload found = find(access, caller, path, version);
    found.reach.requireEnding(found.version.declaredBy(), found.upload.isEmpty());
    return found;
  }

  private static ReachedUpload find(Access access, Caller caller, DocumentPath path, int version) {
    List<Key> keys = new ArrayList<>(Version.keys(path, version));
    keys.add(new VersionKey(path, version).parts());
    Reach reach = access.reach(caller, path, keys);
    return in(reach, path, version)
        .or(() -> in(access.readAgain(reach, keys), path, version))
        .orElseThrow(ProblemException::notFound);
  }

  /** Finds the version among the items; if it is at two keys, it has just become available. */
  private static Optional<ReachedUpload> in(Reach reach, DocumentPath path, int version) {
    return Version.find(reach, path, version)
        .map(arrived -> new ReachedUpload(reach, arrived, Optional.empty()))
        .or(() ->
            reach
                .items()
                .at(Upload.key(path, version))
                .map(Upload::fromItem)
                .map(upload -> new ReachedUpload(reach, upload.version(), Optional.of(upload))));
  }

  DocumentStatus status() {
    return upload.map(Upload::status).orElse(DocumentStatus.AVAILABLE);
  }

  /** Returns the upload if its bytes have not been verified yet. */
  Optional<Upload> pending() {
    return upload.filter(is -> is.status() == DocumentStatus.PENDING);
  }

  /**
   * Returns the parts of a pending upload in parts.
   *
   * @throws ProblemException {@code not-found} if their item has expired, which is after the bucket
   *     has ended the upload
   */
  Optional<Parts> parts() {
    return pending()
        .filter(is -> is.inParts().isPresent())
        .map(is ->
            reach
                .items()
                .at(is.versionKey().parts())
                .map(Parts::fromItem)
                .orElseThrow(ProblemException::notFound));
  }

  /**
   * Returns the upload, which is not available.
   *
   * @throws ProblemException {@code conflict} if it is
   */
  Upload requireUnavailable() {
    return upload.orElseThrow(
        () -> new ProblemException(ProblemType.CONFLICT, "The version is available already."));
  }
}
