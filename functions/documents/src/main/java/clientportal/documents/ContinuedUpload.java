package clientportal.documents;

import clientportal.access.Reach;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import java.util.List;
import java.util.Optional;

/**
 * A declared version as who declared it finds it again.
 *
 * @param pending what is waited for; empty if the wait is over
 * @param parts what was declared of the parts of what is waited for
 */
record ContinuedUpload(
    int version, DocumentStatus status, Optional<Upload> pending, Optional<Parts> parts) {

  /** Returns what is to be read besides what reaching the document reads. */
  static List<Key> keys(DocumentPath path, int version) {
    return List.of(Upload.key(path, version), Parts.key(path, version), replacedKey(path, version));
  }

  private static Key replacedKey(DocumentPath path, int version) {
    return TableKeys.version(path.folder(), path.document(), version);
  }

  /** Finds the version, once the caller may go on with it. */
  static ContinuedUpload require(Reach reach, DocumentPath path, int version) {
    Items items = reach.items();
    Optional<Upload> upload = items.at(Upload.key(path, version)).map(Upload::fromItem);
    if (upload.isPresent()) {
      reach.requireContinuing(upload.get().version().declaredBy(), false);
      DocumentStatus status = upload.get().status();
      Optional<Upload> pending = upload.filter(_ -> status == DocumentStatus.PENDING);
      return new ContinuedUpload(
          version,
          status,
          pending,
          pending.flatMap(Upload::inParts).map(_ -> parts(items, path, version)));
    }
    Version arrived =
        reach
            .subject()
            .map(item -> Document.fromItem(item).current())
            .filter(current -> current.number() == version)
            .or(() ->
                items.at(replacedKey(path, version)).map(item -> Version.fromFields(item.fields())))
            .orElseThrow(ProblemException::notFound);
    reach.requireContinuing(arrived.declaredBy(), true);
    return new ContinuedUpload(
        version, DocumentStatus.AVAILABLE, Optional.empty(), Optional.empty());
  }

  /** Parts that the bucket has given up long ago are forgotten before their upload is. */
  private static Parts parts(Items items, DocumentPath path, int version) {
    return items
        .at(Parts.key(path, version))
        .map(Parts::fromItem)
        .orElseThrow(ProblemException::notFound);
  }
}
