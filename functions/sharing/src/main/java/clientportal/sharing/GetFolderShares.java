package clientportal.sharing;

import clientportal.access.Access;
import clientportal.access.Client;
import clientportal.access.Contact;
import clientportal.access.Folder;
import clientportal.access.FolderPath;
import clientportal.access.Reach;
import clientportal.access.TableKeys;
import clientportal.access.decision.Action;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.PersonId;
import clientportal.platform.table.Key;
import java.util.ArrayList;
import java.util.List;

/** Says to whom a folder is open, and who may be chosen. */
final class GetFolderShares {
  private final Access access;
  private final Contacts contacts;

  GetFolderShares(Access access, Contacts contacts) {
    this.access = access;
    this.contacts = contacts;
  }

  /** The shares and who may be chosen, the client first, then contacts by name. */
  record Answer(FolderShares shares, List<Candidate> candidates) {}

  Answer handle(PersonId caller, FolderPath path) {
    Key clientKey = TableKeys.client(path.client());
    Reach reach = access.reach(caller, path, List.of(clientKey));
    reach.require(Action.READ_SHARES);
    Folder folder = reach.folder();
    Client client = Client.fromItem(path.client(), reach.item(clientKey));
    List<Contact> byName = contacts.byName(path.client());
    return new Answer(
        new FolderShares(folder, new RecipientNames(client, byName), reach.now()),
        candidates(client, byName));
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
