package clientportal.access.shares;

import clientportal.access.Reach;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.DocumentShared;
import clientportal.access.events.EventData.FolderShared;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.EventData.Recipients;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.access.records.Shareable;
import clientportal.access.records.SharedDocument;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Opens a folder or document to the recipients of a set and to no others. */
public record Sharing(Table table, Ids ids) {
  /** Returns the keys of the client and of the contacts in a valid body. */
  public static List<Key> keys(ClientPath client, Body<NewShares> body) {
    return Stream.concat(
            Stream.of(TableKeys.client(client)),
            body.ifValid().stream()
                .flatMap(NewShares::contacts)
                .map(contact -> TableKeys.contact(client, contact.id())))
        .toList();
  }

  /**
   * Saves the set.
   *
   * @param inherited the grants in force of a document's folder; none for a folder
   */
  public ItemShares save(Reach reach, Shareable item, Grants inherited, NewShares shares) {
    requireInherited(inherited, shares);
    ClientPath path = item.path().client();
    Client client = Client.fromItem(reach.item(TableKeys.client(path)));
    List<Contact> contacts = contacts(shares, path, reach);
    Grants inForce = new Grants(item.grants().inForce(reach.now()));
    ShareChange change =
        new ShareChange(inForce, shares.after(inForce, inherited, reach.now()), inherited);
    requirePermitted(change.after(), contacts);
    requireAccount(client, change);
    Shareable shared = change.isNone() ? item : save(item, change, contacts, reach);
    return new ItemShares(shared, inherited, new RecipientNames(client, contacts), reach.now());
  }

  private static void requireInherited(Grants inherited, NewShares shares) {
    if (!inherited.all().stream().allMatch(grant -> shares.names(grant.recipient()))) {
      throw new ProblemException(
          ProblemType.INHERITED_SHARE,
          "The folder is open to a recipient who is not in the set: change the folder's shares.");
    }
  }

  private static List<Contact> contacts(NewShares shares, ClientPath client, Reach reach) {
    return shares
        .contacts()
        .flatMap(contact -> reach.items().at(TableKeys.contact(client, contact.id())).stream())
        .map(Contact::fromItem)
        .toList();
  }

  private static void requirePermitted(Grants grants, List<Contact> contacts) {
    List<Recipient> permitted =
        contacts.stream()
            .filter(Contact::webPortal)
            .<Recipient>map(contact -> new Recipient.Contact(contact.id()))
            .toList();
    grants.all().stream()
        .map(Grant::recipient)
        .filter(Recipient.Contact.class::isInstance)
        .filter(recipient -> !permitted.contains(recipient))
        .findFirst()
        .ifPresent(recipient -> {
          throw new ProblemException(
              ProblemType.RECIPIENT_NOT_PERMITTED,
              "The client has no contact " + recipient.text() + " with webPortal.");
        });
  }

  private static void requireAccount(Client client, ShareChange change) {
    if (change.adds(Recipient.CLIENT) && !client.account().counts()) {
      throw new ProblemException(
          ProblemType.ACCOUNT_REQUIRED, "Create the client's account, then share with the client.");
    }
  }

  private Shareable save(Shareable item, ShareChange change, List<Contact> contacts, Reach reach) {
    Shareable shared = item.withGrants(change.after());
    Invitations invitations = Invitations.of(change, contacts);
    List<Write> writes = new ArrayList<>();
    writes.add(shared.saveGrants());
    writes.addAll(FeedRow.changes(item, shared));
    writes.add(reach.recorder(ids).record(shared(item, change, invitations, reach.folder())));
    writes.addAll(invitations.writes(writes.size(), reach.now()));
    table.write(writes);
    return shared;
  }

  private static EventData shared(
      Shareable item, ShareChange change, Invitations invitations, Folder in) {
    List<Recipient.Contact> invited = invitations.recipients();
    Recipients recipients = change.recipients(invited);
    List<Recipient> audience = change.audience(invited);
    return switch (item) {
      case Folder folder -> new FolderShared(folder.named(), recipients, audience);
      case SharedDocument document ->
          new DocumentShared(
              new NamedDocument(in.named(), document.path().document(), document.name()),
              recipients,
              audience);
    };
  }
}
