package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.records.DocumentTypes;
import clientportal.platform.http.Body;
import clientportal.platform.http.Input;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Declares a new version of a document; the current one stays until the new bytes are available.
 */
record RequestVersion(Access access, Table table, Declarations declarations) {
  NewVersion body(Input input) {
    return NewVersion.ofVersion(input, declarations.sizes());
  }

  UploadView handle(
      Caller caller, DocumentPath path, Body<NewVersion> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, path, body, idempotency));
  }

  private UploadView attempt(
      Caller caller, DocumentPath path, Body<NewVersion> body, Idempotency idempotency) {
    FirmId firm = path.client().firm();
    List<Key> keys = new ArrayList<>(idempotency.keys());
    keys.addAll(DocumentTypes.keys(firm, body.ifValid().flatMap(NewVersion::documentType)));
    ReachedDocument reached = ReachedDocument.require(access, caller, path, Action.READ, keys);
    Reach reach = reached.reach();
    reach.requireReplacing(reached.declaredBy());
    NewVersion command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    if (earlier.isPresent()) {
      VersionKey key = new VersionKey(path, Integer.parseInt(earlier.get()));
      return declarations.again(key, command, reach.now());
    }
    command.requireType(reach.uploader(), reach, firm);
    return declare(path, changeable(reached), command, reach, idempotency);
  }

  private static Document changeable(ReachedDocument reached) {
    reached.reach().folder().requireLive();
    Document found = reached.requireAvailable();
    if (found.archived()) {
      throw new ProblemException(
          ProblemType.ARCHIVED, "Take the document out of the archive first.");
    }
    if (found.versions() >= Version.LAST) {
      throw new ProblemException(
          ProblemType.CONFLICT, "The document has the maximum number of versions.");
    }
    return found;
  }

  private UploadView declare(
      DocumentPath path,
      Document document,
      NewVersion command,
      Reach reach,
      Idempotency idempotency) {
    Document counted = document.withNextVersion();
    Version version =
        new Version(
            counted.versions(),
            command.declaration(document.name()),
            reach.uploader(),
            reach.now());
    Declarations.Declared declared =
        declarations.declare(path, version, command, document.type(), Optional.empty());
    List<Write> writes =
        new ArrayList<>(idempotency.remember(Integer.toString(version.number()), reach.now()));
    writes.add(Write.replace(counted.toItem(), document.revision()));
    writes.addAll(declared.creates());
    table.write(writes);
    return declarations.answer(declared, reach.now());
  }
}
