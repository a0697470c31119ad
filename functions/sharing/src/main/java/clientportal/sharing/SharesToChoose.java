package clientportal.sharing;

import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.access.records.Shareable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The shares of an item and who may be chosen, the client first, then contacts by name. */
record SharesToChoose(ItemShares shares, List<Candidate> candidates) {

  static SharesToChoose of(
      Shareable item, Grants inherited, Client client, List<Contact> contacts, Instant now) {
    return new SharesToChoose(
        new ItemShares(item, inherited, new RecipientNames(client, contacts), now),
        candidates(client, contacts));
  }

  private static List<Candidate> candidates(Client client, List<Contact> contacts) {
    List<Candidate> candidates = new ArrayList<>();
    if (client.account().receives()) {
      candidates.add(new Candidate(Recipient.CLIENT, client.name()));
    }
    contacts.stream()
        .filter(Contact::webPortal)
        .map(contact -> new Candidate(new Recipient.Contact(contact.id()), contact.name()))
        .forEach(candidates::add);
    return candidates;
  }
}
