package clientportal.access.shares;

import clientportal.access.Reach;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.DocumentShared;
import clientportal.access.events.EventData.FolderShared;
import clientportal.access.events.EventData.GroupNoteShared;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.EventData.NoteShared;
import clientportal.access.events.EventData.Recipients;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.ClientPortals;
import clientportal.access.records.Contact;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.access.records.Member;
import clientportal.access.records.Note;
import clientportal.access.records.Participation;
import clientportal.access.records.Shareable;
import clientportal.access.records.SharedDocument;
import clientportal.platform.Ids;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens a folder, document, note or group note to the recipients of a set and to no others. */
public record Sharing(Table table, Ids ids) {
  /** Returns the keys of the client and of those who are named in a set; empty if it is faulty. */
  public static List<Key> keys(ClientPath client, Optional<NewShares> shares) {
    return Stream.of(
            Stream.of(TableKeys.client(client)),
            shares.stream()
                .flatMap(NewShares::contacts)
                .map(contact -> TableKeys.contact(client, contact.id())),
            shares.stream()
                .flatMap(NewShares::members)
                .map(member -> PortalKeys.member(client.firm(), member.id())))
        .flatMap(each -> each)
        .toList();
  }

  /**
   * Saves the set.
   *
   * @param inherited the grants in force of a document's folder or a group note; none for a folder
   */
  public ItemShares save(Reach reach, Shareable item, Grants inherited, NewShares shares) {
    PlannedShares planned = plan(reach, item, inherited, shares, 1);
    if (!planned.writes().isEmpty()) {
      List<Write> writes = new ArrayList<>();
      writes.add(planned.shares().item().saveGrants());
      writes.addAll(planned.writes());
      table.write(writes);
    }
    return planned.shares();
  }

  /**
   * Decides on the set and returns its writes without that of the item, which the caller adds.
   *
   * @param reach with the firm's share policy, unless the item is a folder
   * @param inherited the grants in force of a document's folder or a group note; none for a folder
   *     or note
   * @param others the number of writes that the caller adds to the transaction
   */
  public PlannedShares plan(
      Reach reach, Shareable item, Grants inherited, NewShares shares, int others) {
    boolean keptClosed = reach.isKeptClosed(item);
    if (keptClosed) {
      requireNone(shares);
    } else {
      requireInherited(item, inherited, shares);
    }
    ClientPath path = item.path().client();
    Client client = Client.fromItem(reach.item(TableKeys.client(path)));
    List<Contact> contacts = contacts(shares, path, reach);
    Grants inForce = new Grants(item.grants().inForce(reach.now()));
    ShareChange change =
        new ShareChange(inForce, shares.after(inForce, inherited, reach.now()), inherited);
    requirePermitted(change.after(), contacts);
    requireMembers(change.after(), ClientPortals.of(path, reach.items()));
    requireAccount(client, change);
    Shareable shared = change.isNone() ? item : item.withGrants(change.after());
    return new PlannedShares(
        new ItemShares(
            shared,
            inherited,
            keptClosed,
            new RecipientNames(client, contacts, members(shares, path, reach)),
            reach.now()),
        change.isNone() ? List.of() : writes(item, shared, change, contacts, reach, others));
  }

  /** What the firm's policy keeps closed can be opened to nobody, but its own grants can end. */
  private static void requireNone(NewShares shares) {
    if (!shares.recipients().isEmpty()) {
      throw notShareable();
    }
  }

  /** Returns the problem that the firm's policy keeps an item closed. */
  public static ProblemException notShareable() {
    return new ProblemException(
        ProblemType.NOT_SHAREABLE,
        "The firm's share policy keeps documents and notes of this type closed.");
  }

  private static void requireInherited(Shareable item, Grants inherited, NewShares shares) {
    if (!inherited.all().stream().allMatch(grant -> shares.names(grant.recipient()))) {
      throw new ProblemException(
          ProblemType.INHERITED_SHARE,
          item instanceof Participation
              ? "The note is open to all participants: change the shares of the group note."
              : "The folder is open to a recipient who is not in the set:"
                  + " change the folder's shares.");
    }
  }

  private static List<Contact> contacts(NewShares shares, ClientPath client, Reach reach) {
    return shares
        .contacts()
        .flatMap(contact -> reach.items().at(TableKeys.contact(client, contact.id())).stream())
        .map(Contact::fromItem)
        .toList();
  }

  private static List<Member> members(NewShares shares, ClientPath client, Reach reach) {
    return shares
        .members()
        .flatMap(is -> reach.items().at(PortalKeys.member(client.firm(), is.id())).stream())
        .map(Member::fromItem)
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

  private static void requireMembers(Grants grants, ClientPortals portals) {
    for (Grant grant : grants.all()) {
      if (grant.recipient() instanceof Recipient.Member(MemberId member)
          && portals.role(member).isEmpty()) {
        throw new ProblemException(
            ProblemType.RECIPIENT_NOT_PERMITTED,
            "No portal of the client has a member " + grant.recipient().text() + ".");
      }
    }
  }

  private static void requireAccount(Client client, ShareChange change) {
    if (change.adds(Recipient.CLIENT) && !client.account().counts()) {
      throw new ProblemException(
          ProblemType.ACCOUNT_REQUIRED, "Create the client's account, then share with the client.");
    }
  }

  private List<Write> writes(
      Shareable item,
      Shareable shared,
      ShareChange change,
      List<Contact> contacts,
      Reach reach,
      int others) {
    Invitations invitations = Invitations.of(change, contacts);
    List<Write> writes = new ArrayList<>(FeedRow.changes(item, shared));
    writes.add(reach.recorder(ids).record(shared(item, change, invitations, reach)));
    writes.addAll(invitations.writes(others + writes.size(), reach.now()));
    return writes;
  }

  private static EventData shared(
      Shareable item, ShareChange change, Invitations invitations, Reach reach) {
    List<Recipient.Contact> invited = invitations.recipients();
    Recipients recipients = change.recipients(invited);
    List<Recipient> audience = change.audience(invited);
    return switch (item) {
      case Folder folder -> new FolderShared(folder.named(), recipients, audience);
      case SharedDocument document ->
          new DocumentShared(
              new NamedDocument(
                  reach.folder().named(), document.path().document(), document.name()),
              recipients,
              audience);
      case Note note -> new NoteShared(note.named(), recipients, audience);
      case Participation group -> new GroupNoteShared(group.named(), recipients, audience);
    };
  }
}
