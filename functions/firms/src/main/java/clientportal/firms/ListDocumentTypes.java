package clientportal.firms;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.DocumentTypes;
import java.util.List;

/** Lists the document types of a firm, in the order in which they were set. */
record ListDocumentTypes(Access access) {
  DocumentTypes handle(Caller caller, FirmPath path) {
    Reach reach = access.reach(caller, path, List.of(TableKeys.documentTypes(path.firm())));
    reach.require(Action.READ_FIRM);
    return DocumentTypes.of(path.firm(), reach.items());
  }
}
