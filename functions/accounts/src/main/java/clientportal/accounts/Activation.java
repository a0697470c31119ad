package clientportal.accounts;

import clientportal.access.decision.Capacity;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.events.Recorder;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.access.records.Links;
import clientportal.access.records.Memberships;
import clientportal.access.records.StaffMember;
import clientportal.platform.Ids;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What it means for each kind of holder that its account becomes active. */
sealed interface Activation {

  /** Tells whether the holder may still come in. */
  boolean isPermitted();

  /**
   * Returns what joins the person to the holder, in place of who had the account before.
   *
   * @param before who had it; somebody only where the account moves to a new address
   */
  List<Write> writes(Table table, Account active, Optional<PersonId> before, Instant now);

  /** Returns the holder, as events name them once the person is theirs. */
  Actor actor(PersonId person);

  /** Returns what records what the person does as the holder. */
  default Recorder recorder(Ids ids, PersonId person, Instant now) {
    return new Recorder(ids, actor(person), now);
  }

  /** Reads whose account it is; empty if the holder is gone. */
  static Optional<Activation> of(Holder holder, Items items) {
    Optional<Item> item = items.at(TableKeys.holder(holder));
    return switch (holder) {
      case Holder.Staff staff -> item.map(read -> new OfStaff(StaffMember.fromItem(read)));
      case Holder.Party(ClientPath _, Recipient.Client _) ->
          item.map(read -> new OfClient(Client.fromItem(read)));
      case Holder.Party(ClientPath _, Recipient.Contact _) ->
          item.map(read -> new OfContact(Contact.fromItem(read)));
    };
  }

  /** A staff member comes in: the membership is what decisions read. */
  record OfStaff(StaffMember member) implements Activation {
    @Override
    public boolean isPermitted() {
      return member.enabled();
    }

    @Override
    public List<Write> writes(Table table, Account active, Optional<PersonId> before, Instant now) {
      PersonId person = active.person().orElseThrow();
      return List.of(
          active.copyToHolder(member.revision()),
          Memberships.put(member.firm(), person, member.membership()),
          Memberships.reference(member.firm(), person));
    }

    @Override
    public Actor actor(PersonId person) {
      return new Actor(Optional.of(person), Actor.As.STAFF, member.id().value(), member.name());
    }
  }

  /** A client comes in, unless it is of the kind that has no account. */
  record OfClient(Client client) implements Activation {
    @Override
    public boolean isPermitted() {
      return client.kind() != Client.Kind.OTHER;
    }

    @Override
    public List<Write> writes(Table table, Account active, Optional<PersonId> before, Instant now) {
      return link(
          table,
          client.path(),
          active,
          before,
          client.revision(),
          new Capacity(Recipient.CLIENT, client.name(), true, now, Optional.empty()));
    }

    @Override
    public Actor actor(PersonId person) {
      return new Actor(Optional.of(person), Actor.As.CLIENT, "client", client.name());
    }
  }

  /** A contact comes in, if the relationship has the permission for the portal now. */
  record OfContact(Contact contact) implements Activation {
    @Override
    public boolean isPermitted() {
      return contact.webPortal();
    }

    @Override
    public List<Write> writes(Table table, Account active, Optional<PersonId> before, Instant now) {
      return link(
          table,
          contact.client(),
          active,
          before,
          contact.revision(),
          new Capacity(
              new Recipient.Contact(contact.id()), contact.name(), true, now, Optional.empty()));
    }

    @Override
    public Actor actor(PersonId person) {
      return new Actor(Optional.of(person), Actor.As.CONTACT, contact.id().value(), contact.name());
    }
  }

  /**
   * The holder's item is written under the revision that was read: what it permitted still holds.
   */
  private static List<Write> link(
      Table table,
      ClientPath client,
      Account active,
      Optional<PersonId> before,
      long holderRevision,
      Capacity capacity) {
    PersonId person = active.person().orElseThrow();
    Key own = TableKeys.link(client, person);
    Items items =
        table.read(
            Stream.concat(
                    Stream.of(own), before.map(other -> TableKeys.link(client, other)).stream())
                .toList());
    List<Write> writes = new ArrayList<>(Links.add(client, person, capacity, items.at(own)));
    before
        .filter(other -> !other.equals(person))
        .map(other ->
            Links.remove(client, other, capacity.party(), items.at(TableKeys.link(client, other))))
        .ifPresent(writes::addAll);
    writes.add(active.copyToHolder(holderRevision));
    return writes;
  }
}
