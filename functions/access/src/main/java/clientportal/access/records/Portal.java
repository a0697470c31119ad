package clientportal.access.records;

import clientportal.access.decision.PortalRole;
import clientportal.access.events.EventData.NamedPortal;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.PortalPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A named group of clients on a site, and the members who are let in. While it is not archived, the
 * item of each client says the same ({@link ClientPortals}), which is what decisions read.
 *
 * @param site the slug of its site
 * @param clients 1 to 20, in the order in which they were added
 * @param members at most 40, in the order in which they were added
 */
public record Portal(
    PortalPath path,
    String site,
    String name,
    boolean archived,
    List<ClientId> clients,
    Map<MemberId, PortalRole> members,
    Instant createdAt,
    long revision) {
  public static final int MOST_CLIENTS = 20;
  public static final int MOST_MEMBERS = 40;

  /** Returns the portal as events name it. */
  public NamedPortal named() {
    return new NamedPortal(path, name, site);
  }

  /** Returns the portal as the item of each client has it. */
  public ClientPortals.Portal ofClient() {
    return new ClientPortals.Portal(path.portal(), site, members);
  }

  public Portal withName(String other) {
    return new Portal(path, site, other, archived, clients, members, createdAt, revision + 1);
  }

  /** Moves it into the archive or out of it. */
  public Portal withArchived(boolean other) {
    return new Portal(path, site, name, other, clients, members, createdAt, revision + 1);
  }

  public Portal withClients(List<ClientId> others) {
    return new Portal(path, site, name, archived, others, members, createdAt, revision + 1);
  }

  public Portal withMembers(Map<MemberId, PortalRole> others) {
    return new Portal(path, site, name, archived, clients, others, createdAt, revision + 1);
  }

  /**
   * Requires that it is not archived.
   *
   * @throws ProblemException {@code archived}
   */
  public void requireLive() {
    if (archived) {
      throw new ProblemException(ProblemType.ARCHIVED, "Take the portal out of the archive first.");
    }
  }

  /** Returns the role of a member, who must be one of this portal. */
  public PortalRole role(MemberId member) {
    return Objects.requireNonNull(members.get(member), "no member of the portal");
  }

  /** Tells whether a member is let in. */
  public boolean letsIn(MemberId member) {
    return !archived && members.containsKey(member);
  }

  public Item toItem() {
    return Fields.of()
        .with("site", site)
        .with("name", name)
        .with("archived", archived)
        .withTexts("clients", clients.stream().map(ClientId::value).toList())
        .withMaps("members", members.entrySet().stream().map(Portal::toFields).toList())
        .with("createdAt", createdAt)
        .with(Item.REVISION, revision)
        .with("namesPartition", PortalKeys.portalNames(path.firm(), archived))
        .with("namesSort", TableKeys.nameSort(name, path.portal().value()))
        .at(PortalKeys.portal(path));
  }

  private static Fields toFields(Map.Entry<MemberId, PortalRole> member) {
    return Fields.of()
        .with("memberId", member.getKey().value())
        .with("role", member.getValue().text())
        .build();
  }

  public static Portal fromItem(Item item) {
    Fields fields = item.fields();
    Map<MemberId, PortalRole> members = new LinkedHashMap<>();
    for (Fields member : fields.maps("members")) {
      members.put(new MemberId(member.text("memberId")), PortalRole.of(member.text("role")));
    }
    return new Portal(
        PortalKeys.portalOf(item.key()),
        fields.text("site"),
        fields.text("name"),
        fields.flag("archived"),
        fields.texts("clients").stream().map(ClientId::new).toList(),
        members,
        fields.instant("createdAt"),
        fields.number(Item.REVISION));
  }
}
