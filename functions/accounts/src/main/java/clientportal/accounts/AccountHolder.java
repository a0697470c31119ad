package clientportal.accounts;

import clientportal.access.Reach;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Actor;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Administrators;
import clientportal.access.records.Affiliations;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.access.records.Links;
import clientportal.access.records.Member;
import clientportal.access.records.StaffMember;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
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

/** The holder of an account, as read from the holder's item. */
sealed interface AccountHolder {

  Holder holder();

  /** Tells whether the holder may have an account. */
  boolean isPermitted();

  /** Returns the revision of the item that was read. */
  long revision();

  /** Returns the holder as events name them once the account is the person's. */
  Actor actor(PersonId person);

  /**
   * Returns the writes that join a person to the holder, in place of the person before.
   *
   * @param before who had the account until now, if it moves to a new address
   */
  List<Write> join(Table table, PersonId person, Optional<PersonId> before, Instant now);

  /** Returns the holder; empty if it does not exist. */
  static Optional<AccountHolder> of(Holder holder, Items items) {
    Optional<Item> item = items.at(TableKeys.holder(holder));
    return switch (holder) {
      case Holder.Staff _ -> item.map(read -> new OfStaff(StaffMember.fromItem(read)));
      case Holder.Party party -> item.map(read -> OfParty.of(party, read));
      case Holder.Member _ -> item.map(read -> new OfMember(Member.fromItem(read)));
    };
  }

  /** A staff member, who must be enabled. */
  record OfStaff(StaffMember member) implements AccountHolder {
    @Override
    public Holder holder() {
      return member.holder();
    }

    @Override
    public boolean isPermitted() {
      return member.enabled();
    }

    @Override
    public long revision() {
      return member.revision();
    }

    @Override
    public Actor actor(PersonId person) {
      return new Actor(Optional.of(person), Actor.As.STAFF, member.id().value(), member.name());
    }

    @Override
    public List<Write> join(Table table, PersonId person, Optional<PersonId> before, Instant now) {
      List<Write> writes =
          new ArrayList<>(
              List.of(
                  Affiliations.put(member.firm(), person, member.membership()),
                  Affiliations.reference(member.firm(), person)));
      if (member.role() == Role.ADMINISTRATOR) {
        writes.addAll(Administrators.add(member));
      }
      return writes;
    }
  }

  /** The holder of an account for the portal. */
  sealed interface OfReader extends AccountHolder {

    /** Returns the holder, who must exist once the decision is made. */
    static OfReader of(Holder.Reader holder, Reach reach) {
      return switch (holder) {
        case Holder.Party party -> OfParty.of(party, reach);
        case Holder.Member member ->
            new OfMember(Member.fromItem(reach.item(TableKeys.holder(member))));
      };
    }

    /**
     * Returns the address on file, to which an invitation is sent.
     *
     * @throws ProblemException if the holder may have no account, or no address is on file
     */
    EmailAddress invitedAddress();

    /** Returns the writes by which a person is the holder no more. */
    List<Write> leave(Table table, PersonId person);
  }

  /** A member of portals. */
  record OfMember(Member member) implements OfReader {
    @Override
    public EmailAddress invitedAddress() {
      return member.email();
    }

    @Override
    public List<Write> leave(Table table, PersonId person) {
      Items items = table.read(List.of(TableKeys.affiliation(member.firm(), person)));
      return Affiliations.removeMember(member.firm(), person, member.id(), items);
    }

    @Override
    public Holder holder() {
      return member.holder();
    }

    @Override
    public boolean isPermitted() {
      return true;
    }

    @Override
    public long revision() {
      return member.revision();
    }

    @Override
    public Actor actor(PersonId person) {
      return new Actor(Optional.of(person), Actor.As.MEMBER, member.id().value(), member.name());
    }

    @Override
    public List<Write> join(Table table, PersonId person, Optional<PersonId> before, Instant now) {
      List<Write> writes =
          new ArrayList<>(
              List.of(
                  Affiliations.put(member.firm(), person, member.portalMember()),
                  Affiliations.memberReference(member.firm(), person)));
      before
          .filter(other -> !other.equals(person))
          .map(other -> leave(table, other))
          .ifPresent(writes::addAll);
      return writes;
    }
  }

  /**
   * A client, who must be of a kind that has accounts, or a contact, whose relationship must have
   * the web portal permission.
   *
   * @param isConfirmed whether staff with the permission set or confirmed the address
   */
  record OfParty(
      Holder.Party holder,
      String name,
      Optional<EmailAddress> email,
      boolean isConfirmed,
      boolean isPermitted,
      long revision)
      implements OfReader {

    static OfParty of(Holder.Party holder, Item item) {
      return switch (holder.party()) {
        case Recipient.Client _ -> of(Client.fromItem(item));
        case Recipient.Contact _ -> {
          Contact contact = Contact.fromItem(item);
          yield new OfParty(
              holder,
              contact.name(),
              contact.email(),
              contact.emailConfirmedAt().isPresent(),
              contact.webPortal(),
              contact.revision());
        }
      };
    }

    static OfParty of(Holder.Party holder, Reach reach) {
      return of(holder, reach.item(TableKeys.holder(holder)));
    }

    static OfParty of(Client client) {
      return new OfParty(
          new Holder.Party(client.path(), Recipient.CLIENT),
          client.name(),
          client.email(),
          client.emailConfirmedAt().isPresent(),
          client.kind().hasAccounts(),
          client.revision());
    }

    void requirePermitted() {
      if (!isPermitted) {
        throw switch (holder.party()) {
          case Recipient.Client _ ->
              new ProblemException(
                  ProblemType.KIND_WITHOUT_ACCOUNT,
                  "Only clients of the kinds client and individual have accounts.");
          case Recipient.Contact _ ->
              new ProblemException(
                  ProblemType.RECIPIENT_NOT_PERMITTED, "Give the relationship webPortal first.");
        };
      }
    }

    @Override
    public List<Write> leave(Table table, PersonId person) {
      Key link = TableKeys.link(holder.client(), person);
      return Links.remove(
          holder.client(), person, holder.party(), table.read(List.of(link)).at(link));
    }

    @Override
    public EmailAddress invitedAddress() {
      requirePermitted();
      return email.orElseThrow(() ->
          new ProblemException(
              ProblemType.EMAIL_REQUIRED, "Ask for an email address and put it on file first."));
    }

    @Override
    public Actor actor(PersonId person) {
      return new Actor(
          Optional.of(person),
          holder.party() instanceof Recipient.Client ? Actor.As.CLIENT : Actor.As.CONTACT,
          holder.party().text(),
          name);
    }

    Capacity capacity(Instant now) {
      return new Capacity(holder.party(), name, true, now, Optional.empty());
    }

    @Override
    public List<Write> join(Table table, PersonId person, Optional<PersonId> before, Instant now) {
      ClientPath client = holder.client();
      Items links =
          table.read(
              Stream.concat(Stream.of(person), before.stream())
                  .map(each -> TableKeys.link(client, each))
                  .toList());
      List<Write> writes =
          new ArrayList<>(
              Links.add(client, person, capacity(now), links.at(TableKeys.link(client, person))));
      before
          .filter(other -> !other.equals(person))
          .map(other ->
              Links.remove(client, other, holder.party(), links.at(TableKeys.link(client, other))))
          .ifPresent(writes::addAll);
      return writes;
    }
  }
}
