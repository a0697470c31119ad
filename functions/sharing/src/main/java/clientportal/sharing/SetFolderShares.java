package clientportal.sharing;

import clientportal.access.Access;
import clientportal.access.Client;
import clientportal.access.ClientPath;
import clientportal.access.Contact;
import clientportal.access.Event;
import clientportal.access.FeedRow;
import clientportal.access.Folder;
import clientportal.access.FolderPath;
import clientportal.access.Reach;
import clientportal.access.TableKeys;
import clientportal.access.decision.Action;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.EventId;
import clientportal.access.ids.PersonId;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.http.ProblemException;
import clientportal.platform.http.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Opens a folder to the recipients of a set, and to no others. */
final class SetFolderShares {
  private final Access access;
  private final Table table;
  private final Ids ids;

  SetFolderShares(Access access, Table table, Ids ids) {
    this.access = access;
    this.table = table;
    this.ids = ids;
  }

  FolderShares handle(
      PersonId caller, FolderPath path, Body<NewShares> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private FolderShares attempt(
      PersonId caller, FolderPath path, Body<NewShares> body, Precondition precondition) {
    Key clientKey = TableKeys.client(path.client());
    List<Key> keys = new ArrayList<>(keysOfContacts(path.client(), body));
    keys.add(clientKey);
    Reach reach = access.reach(caller, path, keys);
    reach.require(Action.SHARE);
    NewShares shares = body.read();
    Folder folder = reach.folder();
    precondition.check(folder.revision());
    requireLive(folder);
    List<Contact> contacts = permitted(shares, path.client(), reach);
    Client client = Client.fromItem(path.client(), reach.item(clientKey));
    Grants inForce = new Grants(folder.grants().inForce(reach.now()));
    ShareChange change = new ShareChange(inForce, shares.after(inForce, reach.now()));
    requireAccount(client, change);
    Folder shared = change.isNone() ? folder : save(folder, change, reach);
    return new FolderShares(shared, new RecipientNames(client, contacts), reach.now());
  }

  /**
   * Returns the keys of the contacts that a body names, so that they are read with the rest. A
   * faulty body names none; its faults are told once it is decided that the caller may know them.
   */
  private static List<Key> keysOfContacts(ClientPath client, Body<NewShares> body) {
    try {
      return contacts(body.read()).map(contact -> TableKeys.contact(client, contact.id())).toList();
    } catch (ProblemException _) {
      return List.of();
    }
  }

  private static Stream<Recipient.Contact> contacts(NewShares shares) {
    return shares.recipients().stream()
        .map(NewShares.NewShare::recipient)
        .filter(Recipient.Contact.class::isInstance)
        .map(Recipient.Contact.class::cast);
  }

  private static void requireLive(Folder folder) {
    if (folder.archived()) {
      throw new ProblemException(ProblemType.ARCHIVED, "Take the folder out of the archive first.");
    }
  }

  private static List<Contact> permitted(NewShares shares, ClientPath client, Reach reach) {
    return contacts(shares)
        .map(recipient ->
            reach
                .items()
                .at(TableKeys.contact(client, recipient.id()))
                .map(item -> Contact.fromItem(client, item))
                .filter(Contact::webPortal)
                .orElseThrow(() ->
                    new ProblemException(
                        ProblemType.RECIPIENT_NOT_PERMITTED,
                        "The client has no contact " + recipient.text() + " with webPortal.")))
        .toList();
  }

  private static void requireAccount(Client client, ShareChange change) {
    if (change.adds(Recipient.CLIENT) && !client.account().counts()) {
      throw new ProblemException(
          ProblemType.ACCOUNT_REQUIRED, "Create the client's account, then share with the client.");
    }
  }

  private Folder save(Folder folder, ShareChange change, Reach reach) {
    Folder shared = folder.withGrants(change.after());
    List<Write> writes = new ArrayList<>();
    writes.add(Write.replace(shared.toItem(), folder.revision()));
    writes.addAll(FeedRow.changes(folder, shared));
    writes.add(event(shared, change, reach).create());
    table.write(writes);
    return shared;
  }

  private Event event(Folder folder, ShareChange change, Reach reach) {
    return Event.ofClient(
        folder.path().client(),
        new EventId(ids.next()),
        Event.Type.FolderShared,
        reach.now(),
        reach.actor(),
        change.data(folder),
        change.audience());
  }
}
