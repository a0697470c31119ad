package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.table.Attempts;
import clientportal.uploads.Completion;
import java.util.Optional;

/**
 * Creates one object from the parts that have arrived; the bucket then sends its event as for any
 * object. It writes nothing to the table, and may be repeated at any time.
 */
record CompleteUpload(Access access, Completion completion) {
  UploadView handle(Caller caller, DocumentPath path, int version) {
    return Attempts.run(() -> attempt(caller, path, version));
  }

  private UploadView attempt(Caller caller, DocumentPath path, int version) {
    ReachedUpload found = ReachedUpload.requireContinuing(access, caller, path, version);
    found.pending().ifPresent(upload -> completion.complete(upload.objectKey(), found.parts()));
    return new UploadView(path, version, found.status(), Optional.empty());
  }
}
