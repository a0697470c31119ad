package clientportal.access.records;

import clientportal.access.decision.Grants;
import clientportal.access.ids.DocumentId;
import clientportal.access.keys.FolderPath;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.Optional;

/** An item that can be shared: a folder, or one document. */
public sealed interface Shareable permits Folder, SharedDocument {

  /** Returns the path of the folder itself, or of the folder that contains the document. */
  FolderPath folderPath();

  /** Returns the id of a document; empty for a folder. */
  Optional<DocumentId> documentId();

  String name();

  Instant createdAt();

  boolean archived();

  /** Returns the item's own grants, without those of a document's folder. */
  Grants grants();

  long revision();

  /** Replaces the grants. */
  Shareable withGrants(Grants others);

  /** Updates the grants of the stored item, which must be the one before. */
  Write saveGrants();
}
