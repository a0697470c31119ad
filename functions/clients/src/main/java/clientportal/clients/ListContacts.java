package clientportal.clients;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Contact;
import clientportal.platform.http.Listed;
import clientportal.platform.http.Paging;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/** Lists a client's contacts by name. */
record ListContacts(Access access, Table table) {
  Listed<Contact> handle(Caller caller, ClientPath client, Paging paging) {
    Reach reach = access.reach(caller, client, List.of());
    reach.require(Action.READ_CLIENT);
    Query all = Query.of(Query.Index.NAMES, TableKeys.contactNames(client));
    return Listed.of(table.page(paging.apply(all)), Contact::fromItem);
  }
}
