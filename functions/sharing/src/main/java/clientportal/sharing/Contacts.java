package clientportal.sharing;

import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Contact;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/** Reads the contacts of a client. */
record Contacts(Table table) {
  /** Returns all of them, by name. */
  List<Contact> byName(ClientPath client) {
    return table.all(Query.of(Query.Index.NAMES, TableKeys.contactNames(client))).stream()
        .map(Contact::fromItem)
        .toList();
  }
}
