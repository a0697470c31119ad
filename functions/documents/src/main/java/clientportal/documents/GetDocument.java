package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.decision.Action;
import clientportal.access.keys.DocumentPath;
import java.util.List;

/** Shows a document to staff and readers; an upload also to the person who declared it. */
record GetDocument(Access access) {
  DocumentView handle(Caller caller, DocumentPath path) {
    ReachedDocument reached = ReachedDocument.require(access, caller, path, Action.READ, List.of());
    return DocumentView.of(reached.item(), reached.reach());
  }
}
