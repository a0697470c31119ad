package clientportal.delivery;

import clientportal.access.decision.Affiliation;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Link;
import clientportal.access.decision.PortalMember;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Links;
import clientportal.access.records.Member;
import clientportal.access.records.Portal;
import clientportal.access.records.Portals;
import clientportal.access.records.StaffMember;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The addressee of a digest as they are now: their address, and what decisions read of them.
 *
 * @param person empty if they have not signed in yet
 * @param own what they are as a staff member, or to the client that they belong to
 * @param member what they are as a member of portals, which differs from client to client
 * @param site the slug of the site that their mails link to, if it is not the firm's first
 */
public record DigestAddressee(
    EmailAddress address,
    Optional<PersonId> person,
    Affiliation own,
    Optional<PortalMember> member,
    Optional<String> site) {
  private static final Affiliation NOBODY = new Affiliation(Optional.empty(), Optional.empty());

  /**
   * Returns what the addressee is to what a notice is about.
   *
   * @param items read with {@link #keys}
   */
  public Affiliation to(Subject subject, Items items) {
    return member
        .map(is -> subject.capacity(is, items).map(capacity -> new Link(List.of(capacity))))
        .map(link -> new Affiliation(Optional.empty(), link))
        .orElse(own);
  }

  /** Tells whether somebody who was notified may still see what it is about, and be notified. */
  public boolean isNotifiedOf(Notice notice, Holder addressee, Items items, Instant now) {
    Affiliation is = to(notice.subject(), items);
    return notice.isOpenTo(is, items, now)
        && notice.reason().holds(addressee, is, notice.client(items));
  }

  /** Returns the keys by which it is known what an addressee is to what a notice is about. */
  public static List<Key> keys(Holder addressee, Subject subject) {
    return switch (addressee) {
      case Holder.Staff _, Holder.Party _ -> List.of();
      case Holder.Member _ -> subject.memberKeys();
    };
  }

  /**
   * Returns the addressee; empty if they are no longer notified.
   *
   * @param items read with {@link Account#keys}
   */
  public static Optional<DigestAddressee> of(Holder addressee, Items items, Table table) {
    return switch (addressee) {
      case Holder.Staff staff -> staff(staff, items);
      case Holder.Party party -> party(party, items, table);
      case Holder.Member member -> member(member, items, table);
    };
  }

  /**
   * Returns the addressee as this account holder alone, whatever else the person is.
   *
   * @param items read with {@link Account#keys}
   */
  static Optional<DigestAddressee> alone(Holder addressee, Items items) {
    return switch (addressee) {
      case Holder.Staff staff -> staff(staff, items);
      case Holder.Party party ->
          items
              .at(TableKeys.account(party))
              .map(Account::fromItem)
              .map(account -> alone(account, party, items));
      case Holder.Member member ->
          items.at(TableKeys.holder(member)).map(Member::fromItem).map(DigestAddressee::alone);
    };
  }

  private static Optional<DigestAddressee> staff(Holder.Staff staff, Items items) {
    return items
        .at(TableKeys.holder(staff))
        .map(StaffMember::fromItem)
        .filter(member -> member.enabled() && member.account().receives())
        .map(member ->
            new DigestAddressee(
                member.email(),
                member.person(),
                new Affiliation(Optional.of(member.membership()), Optional.empty()),
                Optional.empty(),
                Optional.empty()));
  }

  private static Optional<DigestAddressee> member(Holder.Member holder, Items items, Table table) {
    return items
        .at(TableKeys.holder(holder))
        .map(Member::fromItem)
        .filter(member -> member.account().receives())
        .map(member ->
            new DigestAddressee(
                member.email(),
                member.person(),
                NOBODY,
                Optional.of(member.portalMember()),
                Portals.of(member.firm(), member.id(), table).stream()
                    .map(Portal::site)
                    .findFirst()));
  }

  private static Optional<DigestAddressee> party(Holder.Party party, Items items, Table table) {
    return items
        .at(TableKeys.account(party))
        .map(Account::fromItem)
        .filter(account -> account.status().receives())
        .map(account ->
            account
                .person()
                .map(person -> linked(account, party, person, table))
                .orElseGet(() -> alone(account, party, items)));
  }

  private static DigestAddressee alone(Account account, Holder.Party party, Items items) {
    return new DigestAddressee(
        account.email(),
        account.person(),
        new Affiliation(Optional.empty(), Optional.of(invited(party, items))),
        Optional.empty(),
        Optional.empty());
  }

  private static DigestAddressee alone(Member member) {
    return new DigestAddressee(
        member.email(),
        member.person(),
        NOBODY,
        Optional.of(member.portalMember()),
        Optional.empty());
  }

  private static DigestAddressee linked(
      Account account, Holder.Party party, PersonId person, Table table) {
    Key link = TableKeys.link(party.client(), person);
    Key site = TableKeys.personSite(person, party.firm());
    Items items = table.read(List.of(link, site));
    Link joined =
        items
            .at(link)
            .map(Links::fromItem)
            .filter(is -> isOf(is, party.party()))
            .orElseThrow(() -> new ConflictException("the account moves to another person"));
    return new DigestAddressee(
        account.email(),
        Optional.of(person),
        new Affiliation(Optional.empty(), Optional.of(joined)),
        Optional.empty(),
        site(person, party.firm(), items));
  }

  /** The account and the link of its person are written together, but read one after the other. */
  private static boolean isOf(Link link, Recipient.Party party) {
    return link.capacities().stream().anyMatch(capacity -> capacity.party().equals(party));
  }

  /**
   * Returns the slug of the site of a firm on which a person registered, if they registered.
   *
   * @param items read with {@link TableKeys#personSite}
   */
  public static Optional<String> site(PersonId person, FirmId firm, Items items) {
    return items.at(TableKeys.personSite(person, firm)).map(item -> item.fields().text("site"));
  }

  /** Returns the link that the addressee will have after signing in for the first time. */
  private static Link invited(Holder.Party party, Items items) {
    boolean isPermitted = Account.isPermitted(party, items);
    return new Link(
        List.of(new Capacity(party.party(), "", isPermitted, Instant.EPOCH, Optional.empty())));
  }
}
