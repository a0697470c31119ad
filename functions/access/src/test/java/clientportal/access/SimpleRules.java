package clientportal.access;

import clientportal.access.decision.Action;
import clientportal.access.decision.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a person may do, written plainly from the rules alone, to verify the real decisions:
 * it calls nothing of {@code access}. Times are numbers.
 */
final class SimpleRules {
  private SimpleRules() {}

  /** A member of a firm's staff (BS3, BS4). */
  record Member(int firm, int person, boolean administrator, boolean webPortal, boolean enabled) {}

  /**
   * A person is the client (contact -1), or a contact whose relationship may have the permission
   * (BS5).
   */
  record Tie(
      int firm, int client, int contact, int person, boolean webPortal, long from, long until) {}

  /** A recipient: the client -1, a contact, or all authorized 99 (BS10, BS13). */
  record Share(int recipient, boolean upload, long until) {}

  /**
   * A folder of a client with its shares, and those of one document in it. Archiving does not
   * change who may read an item (FC2).
   */
  record Box(
      int firm,
      int client,
      int folder,
      boolean archived,
      boolean documentArchived,
      List<Share> shares,
      List<Share> ofDocument) {}

  /** Everything that there is. */
  record World(long now, List<Member> members, List<Tie> ties, List<Box> boxes) {}

  static final int CLIENT = -1;
  static final int ALL = 99;

  /** The path that a person requests; it may fit nothing. */
  record Ask(int person, int firm, int client, int folder, boolean document, Action action) {}

  static Verdict decide(World world, Ask ask) {
    Member staff = null;
    for (Member member : world.members) {
      if (member.firm == ask.firm && member.person == ask.person && member.enabled) {
        staff = member;
      }
    }
    // The person now: the client, or a contact with the permission (BS5, SX2).
    List<Integer> is = new ArrayList<>();
    for (Tie tie : world.ties) {
      boolean here = tie.firm == ask.firm && tie.client == ask.client && tie.person == ask.person;
      boolean inTime = tie.from <= world.now && world.now < tie.until;
      if (here && inTime && (tie.contact == CLIENT || tie.webPortal)) {
        is.add(tie.contact);
      }
    }
    return switch (ask.action) {
      case READ_FIRM, READ_STAFF, CREATE_CLIENT, LIST_CLIENTS ->
          staff != null ? Verdict.ALLOWED : Verdict.NOT_FOUND;
      case CHANGE_FIRM, MANAGE_STAFF ->
          verdict(staff != null && staff.administrator, staff != null);
      case READ_CLIENT, CHANGE_CLIENT, READ_ACCOUNT ->
          staff != null ? Verdict.ALLOWED : Verdict.NOT_FOUND;
      case AUTHORIZE_CONTACT, MANAGE_ACCOUNT, RESOLVE_REGISTRATIONS ->
          verdict(staff != null && staff.webPortal, staff != null);
      case CREATE_FOLDER -> verdict(staff != null, staff != null || !is.isEmpty());
      case LIST_FOLDERS -> verdict(staff != null || !is.isEmpty(), false);
      case LIST_SHARED -> verdict(!is.isEmpty(), staff != null);
      default -> ofItem(world, ask, staff, is);
    };
  }

  private static Verdict ofItem(World world, Ask ask, @Nullable Member staff, List<Integer> is) {
    Box box = null;
    for (Box each : world.boxes) {
      if (each.firm == ask.firm && each.client == ask.client && each.folder == ask.folder) {
        box = each;
      }
    }
    if (box == null) {
      return Verdict.NOT_FOUND;
    }
    List<Share> shares = new ArrayList<>(box.shares);
    if (ask.document) {
      shares.addAll(box.ofDocument); // a document is open with its folder, or by itself
    }
    boolean openToSomebody = false;
    boolean sees = false;
    boolean uploads = false;
    for (Share share : shares) {
      boolean holds = world.now < share.until; // BS12: without end, unless it has one
      openToSomebody |= holds;
      boolean reaches = share.recipient == ALL ? !is.isEmpty() : is.contains(share.recipient);
      sees |= holds && reaches;
      uploads |= holds && reaches && share.upload; // FC10, FC16
    }
    return switch (ask.action) {
      case READ -> verdict(staff != null || sees, false);
      case READ_VERSIONS, READ_SHARES -> verdict(staff != null, staff != null || sees);
      case CHANGE ->
          verdict(
              staff != null && (staff.webPortal || !openToSomebody), // BS3: readers see it
              staff != null || sees);
      case SHARE -> verdict(staff != null && staff.webPortal, staff != null || sees);
      case UPLOAD ->
          verdict(
              (staff != null && (staff.webPortal || !openToSomebody)) || uploads,
              staff != null || sees);
      default -> throw new AssertionError(ask.action);
    };
  }

  private static Verdict verdict(boolean may, boolean knows) {
    if (may) {
      return Verdict.ALLOWED;
    }
    return knows ? Verdict.PERMISSION_REQUIRED : Verdict.NOT_FOUND;
  }
}
