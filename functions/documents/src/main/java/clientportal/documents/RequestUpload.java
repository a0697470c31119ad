package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.records.DocumentTypes;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Input;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Declares a document and signs the URLs that accept exactly its bytes. */
record RequestUpload(Access access, Table table, Declarations declarations, Ids ids) {
  NewVersion body(Input input) {
    return NewVersion.ofDocument(input, declarations.sizes());
  }

  UploadView handle(
      Caller caller, FolderPath folder, Body<NewVersion> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, folder, body, idempotency));
  }

  private UploadView attempt(
      Caller caller, FolderPath folder, Body<NewVersion> body, Idempotency idempotency) {
    FirmId firm = folder.client().firm();
    List<Key> keys = new ArrayList<>(idempotency.keys());
    keys.addAll(DocumentTypes.keys(firm, body.ifValid().flatMap(NewVersion::documentType)));
    Reach reach = access.reach(caller, folder, keys);
    reach.require(Action.UPLOAD);
    NewVersion command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    if (earlier.isPresent()) {
      DocumentPath path = new DocumentPath(folder, new DocumentId(earlier.get()));
      return declarations.again(new VersionKey(path, Version.FIRST), command, reach.now());
    }
    command.requireType(reach, firm);
    reach.folder().requireLive();
    DocumentPath path = new DocumentPath(folder, new DocumentId(ids.next()));
    Version version =
        new Version(Version.FIRST, command.declaration(""), reach.uploader(), reach.now());
    Declarations.Declared declared = declarations.declare(path, version, command, Optional.empty());
    List<Write> writes =
        new ArrayList<>(idempotency.remember(path.document().value(), reach.now()));
    writes.addAll(declared.creates());
    table.write(writes);
    return declarations.answer(declared, reach.now());
  }
}
