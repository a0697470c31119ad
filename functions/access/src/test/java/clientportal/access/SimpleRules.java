package clientportal.access;

import clientportal.access.decision.Action;
import clientportal.access.decision.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a person may do from the rules alone, as a reference for the real decisions. It
 * calls no code of {@code access}. Times are numbers.
 */
final class SimpleRules {
  private SimpleRules() {}

  /** A staff member of a firm (BS3, BS4). */
  record Member(int firm, int person, boolean administrator, boolean webPortal, boolean enabled) {}

  /**
   * The client (contact -1) or a contact, and the person who has its account. The relationship of a
   * contact may have the permission (BS5).
   */
  record Party(
      int firm, int client, int contact, int person, boolean webPortal, long from, long until) {}

  /** A share with the client (-1), a contact, or all authorized (99) (BS10, BS13). */
  record Share(int recipient, boolean upload, long until) {}

  /**
   * A folder of a client with its shares, and the shares of one document in it. Archiving does not
   * change who may read an item (FC2).
   */
  record FolderShares(
      int firm,
      int client,
      int folder,
      boolean archived,
      boolean documentArchived,
      List<Share> shares,
      List<Share> documentShares) {}

  /** All data at one time. */
  record World(long now, List<Member> members, List<Party> parties, List<FolderShares> folders) {}

  static final int CLIENT = -1;
  static final int ALL = 99;

  /** An action on a path, which may not exist. */
  record Request(int person, int firm, int client, int folder, boolean document, Action action) {}

  static Verdict decide(World world, Request request) {
    Member staff = null;
    for (Member member : world.members) {
      if (member.firm == request.firm && member.person == request.person && member.enabled) {
        staff = member;
      }
    }
    // What the person is now: the client, or a contact with the permission (BS5, SX2).
    List<Integer> capacities = new ArrayList<>();
    for (Party party : world.parties) {
      boolean here =
          party.firm == request.firm
              && party.client == request.client
              && party.person == request.person;
      boolean inTime = party.from <= world.now && world.now < party.until;
      if (here && inTime && (party.contact == CLIENT || party.webPortal)) {
        capacities.add(party.contact);
      }
    }
    return switch (request.action) {
      case READ_FIRM, READ_STAFF, CREATE_CLIENT, LIST_CLIENTS ->
          staff != null ? Verdict.ALLOWED : Verdict.NOT_FOUND;
      case CHANGE_FIRM, MANAGE_STAFF ->
          verdict(staff != null && staff.administrator, staff != null);
      case READ_CLIENT, CHANGE_CLIENT, READ_ACCOUNT ->
          staff != null ? Verdict.ALLOWED : Verdict.NOT_FOUND;
      case AUTHORIZE_CONTACT, MANAGE_ACCOUNT, RESOLVE_REGISTRATIONS ->
          verdict(staff != null && staff.webPortal, staff != null);
      case CREATE_FOLDER -> verdict(staff != null, staff != null || !capacities.isEmpty());
      case LIST_FOLDERS -> verdict(staff != null || !capacities.isEmpty(), false);
      case LIST_SHARED -> verdict(!capacities.isEmpty(), staff != null);
      default -> ofItem(world, request, staff, capacities);
    };
  }

  private static Verdict ofItem(
      World world, Request request, @Nullable Member staff, List<Integer> capacities) {
    FolderShares folder = null;
    for (FolderShares each : world.folders) {
      if (each.firm == request.firm
          && each.client == request.client
          && each.folder == request.folder) {
        folder = each;
      }
    }
    if (folder == null) {
      return Verdict.NOT_FOUND;
    }
    List<Share> shares = new ArrayList<>(folder.shares);
    if (request.document) {
      shares.addAll(folder.documentShares); // a document is open with its folder, or by itself
    }
    boolean openToAnyone = false;
    boolean reads = false;
    boolean uploads = false;
    for (Share share : shares) {
      boolean inForce = world.now < share.until; // BS12: without an end, it never expires
      openToAnyone |= inForce;
      boolean reaches =
          share.recipient == ALL ? !capacities.isEmpty() : capacities.contains(share.recipient);
      reads |= inForce && reaches;
      uploads |= inForce && reaches && share.upload; // FC10, FC16
    }
    return switch (request.action) {
      case READ -> verdict(staff != null || reads, false);
      case READ_VERSIONS, READ_SHARES -> verdict(staff != null, staff != null || reads);
      case CHANGE ->
          verdict(
              staff != null && (staff.webPortal || !openToAnyone), // BS3: readers see it
              staff != null || reads);
      case SHARE -> verdict(staff != null && staff.webPortal, staff != null || reads);
      case UPLOAD ->
          verdict(
              (staff != null && (staff.webPortal || !openToAnyone)) || uploads,
              staff != null || reads);
      default -> throw new AssertionError(request.action);
    };
  }

  private static Verdict verdict(boolean may, boolean knows) {
    if (may) {
      return Verdict.ALLOWED;
    }
    return knows ? Verdict.PERMISSION_REQUIRED : Verdict.NOT_FOUND;
  }
}
