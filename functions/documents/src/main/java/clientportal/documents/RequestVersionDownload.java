package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Key;
import java.util.List;

/** Records a download and signs a URL of exactly the bytes of one version, current or replaced. */
record RequestVersionDownload(Access access, Downloads downloads, DocumentUrls urls) {
  RequestDownload.Requested handle(Caller caller, DocumentPath path, int number) {
    return Attempts.run(() -> attempt(caller, path, number));
  }

  private RequestDownload.Requested attempt(Caller caller, DocumentPath path, int number) {
    Key replaced = TableKeys.version(path.folder(), path.document(), number);
    Key upload = Upload.key(path, number);
    Reach reach = access.reach(caller, path, List.of(replaced, upload, Downloads.key(path)));
    reach.require(Action.READ_VERSIONS);
    if (reach.items().at(upload).isPresent()) {
      throw new ProblemException(
          ProblemType.NOT_AVAILABLE, "The version is pending, being scanned or rejected.");
    }
    Version version = Version.find(reach, path, number).orElseThrow(ProblemException::notFound);
    downloads.record(reach, path, version);
    return new RequestDownload.Requested(
        version, urls.download(new ObjectKey(path, number), version, reach.now()));
  }
}
