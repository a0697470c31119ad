package clientportal.portals;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.PortalId;
import clientportal.access.ids.SiteSettings;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.PortalPath;
import clientportal.access.records.Client;
import clientportal.access.records.ClientPortals;
import clientportal.access.records.Portal;
import clientportal.access.records.Site;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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

  /** Creates a portal by a request of its own. */
  Exchange.Answer create(Table table, PersonId by, String body) {
    return create(table, by, firm.ids.next(), body);
  }

  Exchange.Answer create(Table table, PersonId by, String idempotencyKey, String body) {
    return Exchange.of("POST", "/v1/firms/" + firm.id + "/portals")
        .as(by.value())
        .path("firmId", firm.id)
        .json(body)
        .header("idempotency-key", idempotencyKey)
        .send(new CreatePortalHandler(module(table).createPortal()));
  }

  /** Creates a portal; returns its path. */
  PortalPath portal(String site, String name, List<ClientId> its, String... members) {
    Exchange.Answer created = create(firm.table, sharer, body(site, name, its, members));
    return new PortalPath(firm.id, new PortalId((String) created.get("portalId")));
  }

  Exchange to(String method, PortalPath portal, PersonId by) {
    return Exchange.of(method, portal.toString())
        .as(by.value())
        .path("firmId", firm.id)
        .path("portalId", portal.portal());
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
