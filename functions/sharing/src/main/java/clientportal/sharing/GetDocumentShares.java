package clientportal.sharing;

import clientportal.access.Access;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.SharedDocument;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;

/** Says to whom a document is open, on its own or with its folder, and who may be chosen. */
final class GetDocumentShares {
  private final Access access;
  private final Contacts contacts;
  private final DocumentToShare documents;

  GetDocumentShares(Access access, Table table) {
    this.access = access;
    this.contacts = new Contacts(table);
    this.documents = new DocumentToShare(table);
  }

  SharesToChoose handle(PersonId caller, DocumentPath path) {
    ClientPath client = path.folder().client();
    Key clientKey = TableKeys.client(client);
    Reach reach = access.reach(caller, path, List.of(clientKey));
    SharedDocument document = documents.require(reach, Action.READ_SHARES, path);
    return SharesToChoose.of(
        document,
        DocumentToShare.inherited(reach),
        Client.fromItem(reach.item(clientKey)),
        contacts.byName(client),
        reach.now());
  }
}
