package clientportal.access.records;

import clientportal.access.decision.Grants;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.keys.ItemPath;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.Optional;

/** An item that can be shared: a folder, one document, a note, or a participant's group note. */
public sealed interface Shareable permits Folder, SharedDocument, Note, Participation {

  ItemPath path();

  String name();

  Instant createdAt();

  boolean archived();

  /** Returns the item's own grants, without those of a document's folder or of a group note. */
  Grants grants();

  long revision();

  /** Returns the type of a document or note, if it has one; a folder has none. */
  Optional<DocumentTypeId> documentType();

  /** Returns what the lists of readers show of it. */
  default Listing listing() {
    return new Listing(path(), name(), createdAt(), archived(), documentType(), grants());
  }

  /** Replaces the grants. */
  Shareable withGrants(Grants others);

  /** Updates the grants of the stored item, which must be the one before. */
  Write saveGrants();
}
