package clientportal.portals;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.PortalId;
import clientportal.access.ids.SiteSettings;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.PortalPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Affiliations;
import clientportal.access.records.Client;
import clientportal.access.records.ClientPortals;
import clientportal.access.records.Member;
import clientportal.access.records.Portal;
import clientportal.access.records.Site;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A firm with two sites that are set up, three clients, and staff with and without permission. */
final class TestPortals {
  static final String SITE = "meyer";
  static final String OTHER_SITE = "payroll";

  final TestFirm firm = new TestFirm();
  final PersonId sharer = firm.staff(Role.STAFF, true);
  final PersonId staff = firm.staff(Role.STAFF, false);
  final List<ClientId> clients = new ArrayList<>();

  TestPortals() {
    for (int i = 0; i < 3; i++) {
      clients.add(firm.client(Client.Kind.CLIENT, Optional.empty()).path().client());
    }
    for (String slug : List.of(SITE, OTHER_SITE)) {
      Site site = new Site(firm.id, slug, "Meyer", TestFirm.NOW);
      write(Write.put(site.with(SiteSettings.initial("Meyer")).toItem()));
    }
  }

  void write(Write... writes) {
    ((Table) firm.table).write(List.of(writes));
  }

  PortalsModule module(Table table) {
    return new PortalsModule(new Access(table, firm.clock), table, firm.ids);
  }

  /** Returns the body that creates a portal. */
  static String body(String site, String name, List<ClientId> clients, String... members) {
    return "{\"slug\": \"%s\", \"name\": \"%s\", \"clientIds\": %s, \"members\": [%s]}"
        .formatted(site, name, ids(clients), String.join(", ", members));
  }

  static String ids(List<ClientId> clients) {
    return clients.stream()
        .map(client -> "\"" + client + "\"")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Returns somebody who is to become a member. */
  static String person(String name, String role) {
    return "{\"name\": \"%s\", \"email\": \"%s@home.test\", \"role\": \"%s\"}"
        .formatted(name, name.toLowerCase(Locale.ROOT), role);
  }

  /** Returns somebody who is a member already, as a request names them. */
  static String known(Object member, String role) {
    return "{\"memberId\": \"%s\", \"role\": \"%s\"}".formatted(member, role);
  }

  /** Returns people with these names and numbers from 0, who are to become members. */
  static String[] people(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> person(name + i, "contributor"))
        .toArray(String[]::new);
  }

  /** Calls by staff who may manage portals. */
  PortalCalls calls() {
    return by(sharer);
  }

  PortalCalls by(PersonId person) {
    return new PortalCalls(this, firm.table, person);
  }

  /** Creates a portal; returns its path. */
  PortalPath portal(String site, String name, List<ClientId> its, String... members) {
    Exchange.Answer created = calls().create(body(site, name, its, members));
    return new PortalPath(firm.id, new PortalId((String) created.get("portalId")));
  }

  /** Returns the member with an address of {@link #person}. */
  MemberId member(String name) {
    EmailAddress email = new EmailAddress(name.toLowerCase(Locale.ROOT) + "@home.test");
    return Member.idOf(item(PortalKeys.memberAddress(firm.id, email)).orElseThrow());
  }

  Member stored(MemberId member) {
    return Member.fromItem(item(PortalKeys.member(firm.id, member)).orElseThrow());
  }

  /** Makes a person the member, as the activation of the account does. */
  PersonId activate(MemberId member) {
    PersonId person = TestFirm.person();
    Account account =
        Account.fromItem(item(TableKeys.account(stored(member).holder())).orElseThrow())
            .activate(person, TestFirm.NOW);
    write(
        account.replace(),
        account.copyToHolder(stored(member).revision()),
        Affiliations.put(firm.id, person, stored(member).portalMember()));
    return person;
  }

  /** Revokes the account of a member; a person may have it. */
  void revoke(MemberId member) {
    Account account =
        Account.fromItem(item(TableKeys.account(stored(member).holder())).orElseThrow());
    Account revoked = account.revoke();
    List<Write> writes = new ArrayList<>();
    writes.add(revoked.replace());
    writes.add(revoked.copyToHolder(stored(member).revision()));
    account
        .person()
        .ifPresent(person -> {
          Items items = firm.table.read(List.of(TableKeys.affiliation(firm.id, person)));
          writes.addAll(Affiliations.removeMember(firm.id, person, member, items));
        });
    write(writes.toArray(Write[]::new));
  }

  /** Returns more clients, until there are so many. */
  List<ClientId> clients(int count) {
    while (clients.size() < count) {
      clients.add(firm.client(Client.Kind.CLIENT, Optional.empty()).path().client());
    }
    return clients.subList(0, count);
  }

  /** Returns what has happened to portals. */
  List<EventData> events() {
    return firm.table.partition("FIRM#" + firm.id + "#EVENTS").stream()
        .map(item -> Event.fromItem(item).data())
        .toList();
  }

  /** Returns the places in a body that a problem names. */
  static List<String> faults(Exchange.Answer refused) {
    return ((List<?>) refused.get("errors"))
        .stream().map(fault -> (String) ((Map<?, ?>) fault).get("pointer")).toList();
  }

  /** Returns a text of each of the objects in a list of an answer. */
  static List<String> texts(Exchange.Answer answer, String list, String name) {
    return ((List<?>) answer.get(list))
        .stream().map(each -> (String) ((Map<?, ?>) each).get(name)).toList();
  }

  Portal stored(PortalPath portal) {
    return Portal.fromItem(item(PortalKeys.portal(portal)).orElseThrow());
  }

  Optional<Item> item(Key key) {
    return firm.table.read(List.of(key)).at(key);
  }

  /** Returns the portals of a client as decisions read them. */
  ClientPortals of(ClientId client) {
    ClientPath path = new ClientPath(firm.id, client);
    return ClientPortals.of(path, firm.table.read(List.of(PortalKeys.of(path))));
  }

  List<Portal> all() {
    return firm.table.everything().values().stream()
        .filter(
            item -> PortalKeys.isPortal(item.key()) && item.key().pk().equals("FIRM#" + firm.id))
        .map(Portal::fromItem)
        .toList();
  }
}
