package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import clientportal.uploads.Parts;
import clientportal.uploads.PendingTransfer;
import clientportal.uploads.Transfers;
import java.util.List;
import java.util.Optional;

/** Signs new URLs for the missing bytes of an upload, also in another session of its person. */
record ResumeUpload(Access access, Table table, Transfers transfers) {
  /**
   * Signs the URLs.
   *
   * @param fromPart the number of the first part whose URL is wanted
   */
  UploadView handle(Caller caller, DocumentPath path, int version, int fromPart) {
    return Attempts.run(() -> attempt(caller, path, version, fromPart));
  }

  private UploadView attempt(Caller caller, DocumentPath path, int version, int fromPart) {
    ReachedUpload found = ReachedUpload.requireContinuing(access, caller, path, version);
    return new UploadView(
        path,
        version,
        found.status(),
        found.pending().map(upload -> resume(upload, found.parts(), fromPart, found.reach())));
  }

  private PendingTransfer resume(Upload upload, Optional<Parts> parts, int fromPart, Reach reach) {
    Upload resumed = upload.resume(reach.now());
    PendingTransfer missing =
        transfers.missing(
            upload.objectKey(), upload.version().declared(), parts, fromPart, reach.now());
    table.write(List.of(Write.replace(resumed.toItem(), upload.revision())));
    return missing;
  }
}
