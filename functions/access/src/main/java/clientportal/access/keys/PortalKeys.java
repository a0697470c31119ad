package clientportal.access.keys;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.PortalId;
import clientportal.platform.Hashes;
import clientportal.platform.table.Key;

/**
 * Builds the keys of portals and their members, and reads the ids back from them. The table of all
 * keys is that of {@link TableKeys}.
 */
public final class PortalKeys {
  /** The prefix of the sort keys of the firms whose portals a person is a member of. */
  public static final String MEMBER_PREFIX = "MEMBER#";

  /** The prefix of the sort keys of portals. */
  private static final String PORTAL_PREFIX = "PORTAL#";

  private PortalKeys() {}

  /** The portals of a client, with their members. */
  public static Key of(ClientPath client) {
    return new Key(TableKeys.people(client), "PORTALS");
  }

  public static Key portal(PortalPath portal) {
    return new Key(TableKeys.of(portal.firm()), PORTAL_PREFIX + portal.portal());
  }

  public static PortalPath portalOf(Key portal) {
    return new PortalPath(
        TableKeys.firmOf(portal), new PortalId(TableKeys.idAfter(PORTAL_PREFIX, portal.sk())));
  }

  public static boolean isPortal(Key key) {
    return key.sk().startsWith(PORTAL_PREFIX);
  }

  /** Index {@code Names}: the portals of a firm, in the archive or not. */
  public static String portalNames(FirmId firm, boolean archived) {
    return TableKeys.of(firm) + "#PORTALS#" + (archived ? "archived" : "live");
  }

  /**
   * The one portal of a firm with a name that is not in the archive; names are compared as in
   * lists.
   */
  public static Key portalName(FirmId firm, String name) {
    return new Key(
        TableKeys.of(firm) + "#PORTALNAME#" + Hashes.sha256(Names.normalised(name)), "PORTAL");
  }

  /** The partition of the portals that a member is in. */
  public static String portalsOf(FirmId firm, MemberId member) {
    return TableKeys.of(firm) + "#" + MEMBER_PREFIX + member;
  }

  /** A portal that a member is in. */
  public static Key portalOfMember(PortalPath portal, MemberId member) {
    return new Key(portalsOf(portal.firm(), member), PORTAL_PREFIX + portal.portal());
  }

  public static Key member(FirmId firm, MemberId member) {
    return new Key(TableKeys.of(firm), MEMBER_PREFIX + member);
  }

  public static MemberId memberOf(Key member) {
    return new MemberId(TableKeys.idAfter(MEMBER_PREFIX, member.sk()));
  }

  /** The one member of a firm with an address. */
  public static Key memberAddress(FirmId firm, EmailAddress email) {
    return new Key(TableKeys.address(firm, email), "MEMBER");
  }

  /** A firm whose portals a person is, or was, a member of. */
  public static Key personMember(PersonId person, FirmId firm) {
    return new Key(TableKeys.personPartition(person), MEMBER_PREFIX + firm);
  }

  /** Returns the firm in the key that says that a person is a member of its portals. */
  public static FirmId firmOfMember(Key reference) {
    return new FirmId(TableKeys.idAfter(MEMBER_PREFIX, reference.sk()));
  }

  /** Index {@code Names}: the members of a firm's portals. */
  public static String memberNames(FirmId firm) {
    return TableKeys.of(firm) + "#MEMBERS";
  }
}
