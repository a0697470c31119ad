package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
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
    Reach reach = access.reach(caller, path, ReachedUpload.keys(path, version));
    Upload upload = ReachedUpload.requireEnding(reach, path, version);
    if (upload.status() != DocumentStatus.REJECTED) {
      throw new ProblemException(ProblemType.CONFLICT, "The upload is not rejected: cancel it.");
    }
    table.write(Discarded.instead(upload, reach.now()));
    return upload;
  }
}
