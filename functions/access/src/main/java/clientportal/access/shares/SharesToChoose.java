package clientportal.access.shares;

import clientportal.access.Reach;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.ClientPortals;
import clientportal.access.records.Contact;
import clientportal.access.records.Member;
import clientportal.access.records.Shareable;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The shares of an item and the candidates: the client, contacts by name, members by name. */
public record SharesToChoose(ItemShares shares, List<Candidate> candidates) {

  /**
   * The client, a contact or a member of the client's portals that the item may be shared with.
   *
   * @param email the address on file, to which an invitation would be sent
   */
  public record Candidate(Recipient.Party recipient, String name, Optional<EmailAddress> email) {}

  /** Reads the contacts; the client was read with the reach. */
  public static SharesToChoose of(Shareable item, Grants inherited, Reach reach, Table table) {
    ClientPath path = item.path().client();
    Client client = Client.fromItem(reach.item(TableKeys.client(path)));
    List<Contact> contacts = contacts(path, table);
    List<Contact> named = new ArrayList<>(contacts);
    Grants grants = item.grants().and(inherited);
    named.addAll(missing(grants, contacts, path, table));
    ClientPortals portals = ClientPortals.of(path, reach.items());
    List<Member> members = members(grants, portals, table);
    return new SharesToChoose(
        new ItemShares(
            item,
            inherited,
            reach.isKeptClosed(item),
            new RecipientNames(client, named, members),
            reach.now()),
        candidates(client, named, members, portals));
  }

  /**
   * Returns the candidates for an item of the client that does not exist yet.
   *
   * @param items the client's item and its portals, read with the reach
   */
  public static List<Candidate> candidates(ClientPath path, Items items, Table table) {
    ClientPortals portals = ClientPortals.of(path, items);
    return candidates(
        Client.fromItem(items.require(TableKeys.client(path))),
        contacts(path, table),
        members(Grants.NONE, portals, table),
        portals);
  }

  private static List<Contact> contacts(ClientPath path, Table table) {
    return table.all(Query.of(Query.Index.NAMES, TableKeys.contactNames(path))).stream()
        .map(Contact::fromItem)
        .toList();
  }

  /** Reads the recipients that the index, which is moments behind the table, does not list yet. */
  private static List<Contact> missing(
      Grants grants, List<Contact> listed, ClientPath client, Table table) {
    List<Key> keys = new ArrayList<>();
    for (Grant grant : grants.all()) {
      if (grant.recipient() instanceof Recipient.Contact(ContactId id)
          && listed.stream().noneMatch(contact -> contact.id().equals(id))) {
        keys.add(TableKeys.contact(client, id));
      }
    }
    return keys.isEmpty()
        ? List.of()
        : table.read(keys).byKey().values().stream().map(Contact::fromItem).toList();
  }

  /** Reads the members of the client's portals, and those who were and still have a grant. */
  private static List<Member> members(Grants grants, ClientPortals portals, Table table) {
    Stream<MemberId> granted =
        grants.all().stream()
            .map(Grant::recipient)
            .filter(Recipient.Member.class::isInstance)
            .map(recipient -> ((Recipient.Member) recipient).id());
    List<Key> keys =
        Stream.concat(
                portals.all().stream().flatMap(portal -> portal.members().keySet().stream()),
                granted)
            .distinct()
            .map(member -> PortalKeys.member(portals.client().firm(), member))
            .toList();
    return keys.isEmpty()
        ? List.of()
        : table.read(keys).byKey().values().stream()
            .map(Member::fromItem)
            .sorted(Comparator.comparing(Member::name).thenComparing(is -> is.id().value()))
            .toList();
  }

  private static List<Candidate> candidates(
      Client client, List<Contact> contacts, List<Member> members, ClientPortals portals) {
    return Stream.of(
            Stream.of(new Candidate(Recipient.CLIENT, client.name(), client.email()))
                .filter(_ -> client.account().receives()),
            contacts.stream()
                .filter(Contact::webPortal)
                .map(is -> new Candidate(new Recipient.Contact(is.id()), is.name(), is.email())),
            members.stream()
                .filter(is -> portals.role(is.id()).isPresent())
                .map(is ->
                    new Candidate(
                        new Recipient.Member(is.id()), is.name(), Optional.of(is.email()))))
        .flatMap(each -> each)
        .toList();
  }
}
