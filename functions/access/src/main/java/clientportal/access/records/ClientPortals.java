package clientportal.access.records;

import clientportal.access.decision.Capacity;
import clientportal.access.decision.PortalMember;
import clientportal.access.decision.PortalRole;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PortalId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.PortalKeys;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Write;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The portals of a client with the roles of their members, as decisions read them: one item, so
 * that a change holds from the next request on.
 *
 * @param all at most one of each site
 * @param revision 0 if the client was never in a portal
 */
public record ClientPortals(ClientPath client, List<Portal> all, long revision) {

  /**
   * A portal that the client is in.
   *
   * @param site the slug of its site
   */
  public record Portal(PortalId id, String site, Map<MemberId, PortalRole> members) {

    private Fields toFields() {
      return Fields.of()
          .with("portalId", id.value())
          .with("site", site)
          .withTexts("fullAccess", ids(PortalRole.FULL_ACCESS))
          .withTexts("contributors", ids(PortalRole.CONTRIBUTOR))
          .build();
    }

    private List<String> ids(PortalRole role) {
      return members.entrySet().stream()
          .filter(member -> member.getValue() == role)
          .map(member -> member.getKey().value())
          .toList();
    }

    private static Portal fromFields(Fields fields) {
      Map<MemberId, PortalRole> members = new LinkedHashMap<>();
      fields
          .texts("fullAccess")
          .forEach(id -> members.put(new MemberId(id), PortalRole.FULL_ACCESS));
      fields
          .texts("contributors")
          .forEach(id -> members.put(new MemberId(id), PortalRole.CONTRIBUTOR));
      return new Portal(new PortalId(fields.text("portalId")), fields.text("site"), members);
    }
  }

  /** Returns the portals of a client among items that were read with {@link PortalKeys#of}. */
  public static ClientPortals of(ClientPath client, Items items) {
    return items
        .at(PortalKeys.of(client))
        .map(item -> fromItem(client, item))
        .orElseGet(() -> new ClientPortals(client, List.of(), 0));
  }

  /** Returns the widest role of a member in these portals; empty if they are in none. */
  public Optional<PortalRole> role(MemberId member) {
    return all.stream()
        .map(portal -> portal.members().get(member))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  /** Returns the members whose widest role in these portals is this one. */
  public List<MemberId> members(PortalRole role) {
    return all.stream()
        .flatMap(portal -> portal.members().keySet().stream())
        .distinct()
        .filter(member -> role(member).equals(Optional.of(role)))
        .toList();
  }

  /** Returns what a member is to the client; empty if they are in none of its portals. */
  public Optional<Capacity> capacity(PortalMember member) {
    return role(member.id()).map(role -> Capacity.of(member, role));
  }

  /** Adds a portal, or replaces it as it was before. */
  public ClientPortals with(Portal portal) {
    return new ClientPortals(
        client, Stream.concat(others(portal.id()), Stream.of(portal)).toList(), revision + 1);
  }

  /** Takes the client out of a portal. */
  public ClientPortals without(PortalId portal) {
    return new ClientPortals(client, others(portal).toList(), revision + 1);
  }

  private Stream<Portal> others(PortalId portal) {
    return all.stream().filter(each -> !each.id().equals(portal));
  }

  /** Updates the stored item, which must be the one before. */
  public Write save() {
    return revision == 1 ? Write.create(toItem()) : Write.replace(toItem(), revision - 1);
  }

  public Item toItem() {
    return Fields.of()
        .withMaps("portals", all.stream().map(Portal::toFields).toList())
        .with(Item.REVISION, revision)
        .at(PortalKeys.of(client));
  }

  private static ClientPortals fromItem(ClientPath client, Item item) {
    return new ClientPortals(
        client,
        item.fields().maps("portals").stream().map(Portal::fromFields).toList(),
        item.fields().number(Item.REVISION));
  }
}
