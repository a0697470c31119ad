package clientportal.sharing;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.SharedDocument;
import clientportal.access.shares.SharesToChoose;
import clientportal.platform.table.Table;
import java.util.List;

/** Shows to whom a document is open, by its own shares or its folder's, and the candidates. */
record GetDocumentShares(Access access, Table table) {
  SharesToChoose handle(Caller caller, DocumentPath path) {
    Reach reach = access.reach(caller, path, List.of(TableKeys.client(path.folder().client())));
    SharedDocument document = DocumentToShare.require(reach, Action.READ_SHARES, path);
    return SharesToChoose.of(document, DocumentToShare.inherited(reach), reach, table);
  }
}
