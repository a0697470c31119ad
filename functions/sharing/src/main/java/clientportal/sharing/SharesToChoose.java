package clientportal.sharing;

import clientportal.access.Reach;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.EmailAddress;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.access.records.Shareable;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The shares of an item and the candidates: the client first, then contacts by name. */
record SharesToChoose(ItemShares shares, List<Candidate> candidates) {

  /**
   * A client or contact with whom the item may be shared.
   *
   * @param email the address on file, to which an invitation would be sent
   */
  record Candidate(Recipient.Party recipient, String name, Optional<EmailAddress> email) {}

  /** Reads the contacts; the client was read with the reach. */
  static SharesToChoose of(Shareable item, Grants inherited, Reach reach, Table table) {
    ClientPath path = item.folderPath().client();
    Client client = Client.fromItem(reach.item(TableKeys.client(path)));
    List<Contact> contacts =
        table.all(Query.of(Query.Index.NAMES, TableKeys.contactNames(path))).stream()
            .map(Contact::fromItem)
            .toList();
    return new SharesToChoose(
        new ItemShares(item, inherited, new RecipientNames(client, contacts), reach.now()),
        candidates(client, contacts));
  }

  private static List<Candidate> candidates(Client client, List<Contact> contacts) {
    return Stream.concat(
            Stream.of(new Candidate(Recipient.CLIENT, client.name(), client.email()))
                .filter(_ -> client.account().receives()),
            contacts.stream()
                .filter(Contact::webPortal)
                .map(is -> new Candidate(new Recipient.Contact(is.id()), is.name(), is.email())))
        .toList();
  }
}
