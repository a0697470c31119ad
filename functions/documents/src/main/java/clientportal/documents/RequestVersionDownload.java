package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Key;
import clientportal.uploads.FileUrls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records a download and signs a URL of exactly the bytes of one version, current or replaced. */
record RequestVersionDownload(Access access, Downloads downloads, FileUrls urls) {
  RequestDownload.Requested handle(Caller caller, DocumentPath path, int number) {
    return Attempts.run(() -> attempt(caller, path, number));
  }

  private RequestDownload.Requested attempt(Caller caller, DocumentPath path, int number) {
    List<Key> keys = new ArrayList<>(Version.keys(path, number));
    keys.add(Downloads.key(path));
    Reach reach = access.reach(caller, path, keys);
    reach.require(Action.READ_VERSIONS);
    Version version =
        find(reach, path, number)
            .or(() -> find(access.readAgain(reach, keys), path, number))
            .orElseThrow(ProblemException::notFound);
    downloads.record(reach, path, version);
    return new RequestDownload.Requested(
        version,
        urls.download(
            new VersionKey(path, number).object(),
            version.declared(),
            version.detected(),
            reach.now()));
  }

  private static Optional<Version> find(Reach reach, DocumentPath path, int number) {
    Optional<Version> available = Version.find(reach, path, number);
    if (available.isEmpty() && reach.items().at(Upload.key(path, number)).isPresent()) {
      throw new ProblemException(
          ProblemType.NOT_AVAILABLE, "The version is pending, being scanned or rejected.");
    }
    return available;
  }
}
