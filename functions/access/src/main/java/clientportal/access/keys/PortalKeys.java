package clientportal.access.keys;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PersonId;
import clientportal.platform.table.Key;

/**
 * Builds the keys of portals and their members, and reads the ids back from them. The table of all
 * keys is that of {@link TableKeys}.
 */
public final class PortalKeys {
  /** The prefix of the sort keys of the firms of whose portals a person is a member. */
  public static final String MEMBER_PREFIX = "MEMBER#";

  private PortalKeys() {}

  /** The portals of a client, with their members. */
  public static Key of(ClientPath client) {
    return new Key(TableKeys.people(client), "PORTALS");
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

  /** A firm of whose portals a person is a member, or was. */
  public static Key personMember(PersonId person, FirmId firm) {
    return new Key(TableKeys.personPartition(person), MEMBER_PREFIX + firm);
  }

  /** Index {@code Names}: the members of a firm's portals. */
  public static String memberNames(FirmId firm) {
    return TableKeys.of(firm) + "#MEMBERS";
  }
}
