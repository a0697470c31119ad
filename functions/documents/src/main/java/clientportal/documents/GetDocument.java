package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.DocumentPath;
import clientportal.access.Reach;
import clientportal.access.ids.PersonId;
import clientportal.platform.table.Item;

/** Shows a document to staff and readers; one that is not available also to who declared it. */
final class GetDocument {
  private final Access access;

  GetDocument(Access access) {
    this.access = access;
  }

  DocumentView handle(PersonId caller, DocumentPath path) {
    Reach reach = access.reach(caller, path, ReachedDocument.keys(path));
    Item item = ReachedDocument.require(reach, path);
    return DocumentView.of(item, reach);
  }
}
