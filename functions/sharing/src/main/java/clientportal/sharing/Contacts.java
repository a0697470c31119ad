package clientportal.sharing;

import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Contact;
import clientportal.platform.table.Page;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.ArrayList;
import java.util.List;

/** Reads the contacts of a client. */
final class Contacts {
  private static final int PAGE = 1000;

  private final Table table;

  Contacts(Table table) {
    this.table = table;
  }

  /** Returns all of them, by name. */
  List<Contact> byName(ClientPath client) {
    List<Contact> contacts = new ArrayList<>();
    Query query = Query.of(Query.Index.NAMES, TableKeys.contactNames(client), PAGE);
    Page page;
    do {
      page = table.query(query);
      page.items().forEach(item -> contacts.add(Contact.fromItem(item)));
      query = query.after(page.next());
    } while (page.next().isPresent());
    return contacts;
  }
}
