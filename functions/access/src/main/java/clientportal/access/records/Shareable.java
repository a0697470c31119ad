package clientportal.access.records;

import clientportal.access.decision.Grants;
import clientportal.access.ids.DocumentId;
import clientportal.access.keys.FolderPath;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.Optional;

/** What can be open to others: a folder, or one document of it. */
public sealed interface Shareable permits Folder, SharedDocument {

  /** Returns the path of the folder: the item itself, or the one that it is in. */
  FolderPath folderPath();

  /** Returns the id of a document; empty for a folder. */
  Optional<DocumentId> documentId();

  String name();

  Instant createdAt();

  boolean archived();

  /** Returns its own grants; those of a document's folder are the folder's. */
  Grants grants();

  long revision();

  /** Opens it to others than before. */
  Shareable withGrants(Grants others);

  /** Writes the grants over those of the item that this was made from. */
  Write saveGrants();
}
