package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;

/** Removes a rejected upload from the lists; its bytes are deleted later. */
record DismissUpload(Access access, Table table) {
  void handle(Caller caller, DocumentPath path, int version) {
    Attempts.run(() -> attempt(caller, path, version));
  }

  private Upload attempt(Caller caller, DocumentPath path, int version) {
    ReachedUpload found = ReachedUpload.requireEnding(access, caller, path, version);
    Upload upload = found.requireUnavailable();
    if (upload.status() != DocumentStatus.REJECTED) {
      throw new ProblemException(ProblemType.CONFLICT, "The upload is not rejected: cancel it.");
    }
    table.write(upload.discard(found.reach().now()));
    return upload;
  }
}
