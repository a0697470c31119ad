package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Membership;
import clientportal.access.decision.PortalMember;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Affiliations;
import clientportal.access.records.Client;
import clientportal.access.records.Firm;
import clientportal.access.records.Links;
import clientportal.access.records.Portal;
import clientportal.access.records.Portals;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Returns who the caller is: operator, and staff member, client, contact or member in firms. */
record GetMe(Table table, Clock clock) {
  /** A membership in the staff of a firm. */
  record StaffOf(Firm firm, Membership membership) {}

  /**
   * A capacity in which the person is joined to a client of a firm.
   *
   * @param site the slug of the site that they registered on, or else of the firm's first
   */
  record ClientOf(Firm firm, String site, Client client, Capacity capacity) {}

  /** A member of a firm's portals, with the portals that let them in. */
  record MemberOf(Firm firm, PortalMember member, List<Portal> portals) {}

  /** A person and their roles. */
  record Me(
      PersonId person,
      String email,
      boolean operator,
      List<StaffOf> staffOf,
      List<ClientOf> clientOf,
      List<MemberOf> memberOf) {}

  Me handle(Caller caller) {
    PersonId person = caller.person();
    Instant now = clock.instant();
    List<FirmId> firms = References.staffOf(table, person);
    List<ClientPath> clients = References.clientOf(table, person);
    List<FirmId> memberOf = References.memberOf(table, person);
    Items items = read(person, firms, clients, memberOf);
    caller.requireSession(items);
    Item self = items.at(TableKeys.person(person)).orElseThrow(ProblemException::notFound);
    return new Me(
        person,
        self.fields().text("email"),
        items.at(TableKeys.operator(person)).isPresent(),
        firms.stream().flatMap(firm -> staffOf(person, firm, items).stream()).toList(),
        clients.stream().flatMap(client -> clientOf(person, client, items, now).stream()).toList(),
        memberOf.stream().flatMap(firm -> memberOf(person, firm, items).stream()).toList());
  }

  private Items read(
      PersonId person, List<FirmId> firms, List<ClientPath> clients, List<FirmId> memberOf) {
    List<Key> keys = new ArrayList<>(List.of(TableKeys.person(person), TableKeys.operator(person)));
    Stream.concat(firms.stream(), memberOf.stream())
        .distinct()
        .forEach(firm ->
            keys.addAll(List.of(TableKeys.firm(firm), TableKeys.affiliation(firm, person))));
    clients.forEach(client ->
        keys.addAll(
            List.of(
                TableKeys.firm(client.firm()),
                TableKeys.personSite(person, client.firm()),
                TableKeys.client(client),
                TableKeys.link(client, person))));
    return table.read(keys);
  }

  private static Optional<StaffOf> staffOf(PersonId person, FirmId id, Items items) {
    return Affiliations.staff(id, person, items)
        .filter(Membership::enabled)
        .flatMap(membership -> firm(id, items).map(firm -> new StaffOf(firm, membership)));
  }

  private static List<ClientOf> clientOf(
      PersonId person, ClientPath path, Items items, Instant now) {
    Optional<Firm> firm = firm(path.firm(), items);
    Optional<Client> client = items.at(TableKeys.client(path)).map(Client::fromItem);
    if (firm.isEmpty() || client.isEmpty()) {
      return List.of();
    }
    String site =
        items
            .at(TableKeys.personSite(person, path.firm()))
            .map(item -> item.fields().text("site"))
            .orElse(firm.get().slug());
    return items.at(TableKeys.link(path, person)).map(Links::fromItem).stream()
        .flatMap(link -> link.holding(now).stream())
        .map(capacity -> new ClientOf(firm.get(), site, client.get(), capacity))
        .toList();
  }

  private Optional<MemberOf> memberOf(PersonId person, FirmId id, Items items) {
    return Affiliations.member(id, person, items)
        .flatMap(member ->
            firm(id, items)
                .map(firm -> new MemberOf(firm, member, Portals.of(id, member.id(), table))));
  }

  private static Optional<Firm> firm(FirmId id, Items items) {
    return items.at(TableKeys.firm(id)).map(Firm::fromItem);
  }
}
