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

  /** A share with the client (-1), a contact, a member (10 and more), or all authorized (99). */
  record Share(int recipient, boolean upload, long until) {}

  /**
   * What a firm has chosen may be open to readers: all types but these, or only these (BS2, BX6). A
   * firm without one has chosen nothing.
   */
  record Policy(int firm, boolean only, List<Integer> types) {}

  /** What has no type. */
  static final int UNTYPED = 0;

  /**
   * A folder of a client with its shares, and the shares and the type of one document in it.
   * Archiving does not change who may read an item (FC2).
   */
  record FolderShares(
      int firm,
      int client,
      int folder,
      boolean archived,
      boolean documentArchived,
      int documentType,
      List<Share> shares,
      List<Share> documentShares) {
    FolderShares withShares(List<Share> others, List<Share> othersOfDocument) {
      return new FolderShares(
          firm, client, folder, archived, documentArchived, documentType, others, othersOfDocument);
    }
  }

  /** A note about a client with its shares, of which none lets anybody upload. */
  record NoteShares(
      int firm, int client, int note, boolean archived, int type, List<Share> shares) {
    NoteShares withShares(List<Share> others) {
      return new NoteShares(firm, client, note, archived, type, others);
    }
  }

  /** A client as a participant of a group note, with the shares of their own. */
  record ParticipantShares(int client, boolean removed, List<Share> shares) {}

  /** A group note of a firm, with its participants; it may be open to all of them (BS16). */
  record GroupShares(
      int firm,
      int note,
      boolean archived,
      int type,
      boolean open,
      List<ParticipantShares> participants) {
    GroupShares withParticipants(List<ParticipantShares> others) {
      return new GroupShares(firm, note, archived, type, open, others);
    }
  }

  /** Something that is asked of the client or a contact (ST5, ST14). */
  record Asked(int assignee, boolean draft, boolean hidden) {}

  /** An engagement of a client, and what is asked for in it; paths name the first. */
  record EngagementItems(int firm, int client, int engagement, List<Asked> asked) {
    EngagementItems withAsked(List<Asked> others) {
      return new EngagementItems(firm, client, engagement, others);
    }
  }

  /** A task for the client, contacts or members (MY22). */
  record TaskOf(int firm, int client, int task, List<Integer> assignees) {}

  /** A member of a firm's portals, and the person who has its account (MY15). */
  record Joined(int firm, int member, int person) {}

  /** A portal with its clients and members (MY12); a client may be in one of each site (MY13). */
  record Portal(int firm, int portal, List<Integer> clients, List<Role> members) {
    Portal with(List<Integer> others, List<Role> othersOfMembers) {
      return new Portal(firm, portal, others, othersOfMembers);
    }
  }

  /** What a member sees: all that is open to anybody, or what is shared with them (MY14). */
  record Role(int member, boolean fullAccess) {}

  /** All data at one time. */
  record World(
      long now,
      List<Member> members,
      List<Policy> policies,
      List<Party> parties,
      List<FolderShares> folders,
      List<NoteShares> notes,
      List<GroupShares> groups,
      List<EngagementItems> engagements,
      List<TaskOf> tasks,
      List<Joined> joined,
      List<Portal> portals) {
    World withMembers(List<Member> others) {
      return new World(
          now,
          others,
          policies,
          parties,
          folders,
          notes,
          groups,
          engagements,
          tasks,
          joined,
          portals);
    }

    World withPolicies(List<Policy> others) {
      return new World(
          now,
          members,
          others,
          parties,
          folders,
          notes,
          groups,
          engagements,
          tasks,
          joined,
          portals);
    }

    World withParties(List<Party> others) {
      return new World(
          now,
          members,
          policies,
          others,
          folders,
          notes,
          groups,
          engagements,
          tasks,
          joined,
          portals);
    }

    World withFolders(List<FolderShares> others) {
      return new World(
          now,
          members,
          policies,
          parties,
          others,
          notes,
          groups,
          engagements,
          tasks,
          joined,
          portals);
    }

    World withNotes(List<NoteShares> others) {
      return new World(
          now,
          members,
          policies,
          parties,
          folders,
          others,
          groups,
          engagements,
          tasks,
          joined,
          portals);
    }

    World withGroups(List<GroupShares> others) {
      return new World(
          now,
          members,
          policies,
          parties,
          folders,
          notes,
          others,
          engagements,
          tasks,
          joined,
          portals);
    }

    World withJoined(List<Joined> others) {
      return new World(
          now,
          members,
          policies,
          parties,
          folders,
          notes,
          groups,
          engagements,
          tasks,
          others,
          portals);
    }

    World withPortals(List<Portal> others) {
      return new World(
          now,
          members,
          policies,
          parties,
          folders,
          notes,
          groups,
          engagements,
          tasks,
          joined,
          others);
    }

    World withTasks(List<TaskOf> others) {
      return new World(
          now,
          members,
          policies,
          parties,
          folders,
          notes,
          groups,
          engagements,
          others,
          joined,
          portals);
    }

    World withEngagements(List<EngagementItems> others) {
      return new World(
          now, members, policies, parties, folders, notes, groups, others, tasks, joined, portals);
    }
  }

  static final int CLIENT = -1;
  static final int ALL = 99;

  /** The recipients that are members: this and the number of the member. */
  static final int MEMBERS = 10;

  /** What a path names. */
  enum Item {
    FOLDER,
    DOCUMENT,
    NOTE,
    /** A group note as a whole. */
    GROUP_NOTE,
    /** A group note under a client. */
    PARTICIPANT,
    ENGAGEMENT,
    /** What is asked for in an engagement. */
    ASKED,
    TASK
  }

  /**
   * An action on a path, which may not exist.
   *
   * @param number of the folder, note, group note, engagement or task
   */
  record Request(int person, int firm, int client, int number, Item item, Action action) {
    Request ofDocument() {
      return new Request(person, firm, client, number, Item.DOCUMENT, Action.READ);
    }

    Request ofFolder() {
      return new Request(person, firm, client, number, Item.FOLDER, action);
    }
  }

  /** What may be asked about an upload. */
  enum UploadAction {
    SEE_UNAVAILABLE,
    REPLACE,
    CONTINUE,
    END,
    ARCHIVE
  }

  /**
   * A question about an upload of the document of a path.
   *
   * @param own whether the person uploaded it
   * @param available whether it is available; {@code false} asks about one that is not, or not yet
   * @param opened whether somebody of the firm has opened it
   */
  record UploadRequest(
      Request request, UploadAction action, boolean own, boolean available, boolean opened) {}

  static Verdict decide(World world, UploadRequest asked) {
    Request request = asked.request;
    Member staff = staff(world, request);
    // Only the folder's shares open what is not available, and never to others (FC10, FC16).
    boolean alone = asked.action == UploadAction.SEE_UNAVAILABLE;
    Sight sight = sight(world, alone ? request.ofFolder() : request, capacities(world, request));
    if (sight == null) {
      return Verdict.NOT_FOUND;
    }
    boolean sees = staff != null || sight.reads;
    boolean publishes = staff != null && (staff.webPortal || !sight.openToAnyone);
    boolean mayUpload = publishes || sight.uploads;
    boolean shown = sees && (asked.available || staff != null || asked.own);
    return switch (asked.action) {
      case SEE_UNAVAILABLE -> verdict(sees && (staff != null || asked.own), false);
      case REPLACE -> verdict(publishes || (sight.uploads && asked.own), sees);
      case ARCHIVE -> verdict(publishes || (sight.reads && asked.own && !asked.opened), sees);
      case CONTINUE -> verdict(asked.own && mayUpload, shown);
      case END -> verdict(shown && (staff != null || asked.own), shown);
    };
  }

  private static @Nullable Member staff(World world, Request request) {
    Member staff = null;
    for (Member member : world.members) {
      if (member.firm == request.firm && member.person == request.person && member.enabled) {
        staff = member;
      }
    }
    return staff;
  }

  static Verdict decide(World world, Request request) {
    Member staff = staff(world, request);
    List<Integer> capacities = capacities(world, request);
    return switch (request.action) {
      case READ_FIRM, READ_STAFF, CREATE_CLIENT, LIST_CLIENTS, WRITE_NOTES, WRITE_CHECKLISTS ->
          staff != null ? Verdict.ALLOWED : Verdict.NOT_FOUND;
      case CHANGE_FIRM, MANAGE_STAFF ->
          verdict(staff != null && staff.administrator, staff != null);
      case READ_CLIENT, CHANGE_CLIENT, READ_ACCOUNT ->
          staff != null ? Verdict.ALLOWED : Verdict.NOT_FOUND;
      case AUTHORIZE_CONTACT, MANAGE_ACCOUNT, RESOLVE_REGISTRATIONS ->
          verdict(staff != null && staff.webPortal, staff != null);
      case READ_PORTAL -> verdict(staff != null, false); // of all portals: members read one
      case MANAGE_PORTALS -> verdict(staff != null && staff.webPortal, staff != null);
      case CREATE_FOLDER, CREATE_ENGAGEMENT ->
          verdict(staff != null, staff != null || !capacities.isEmpty());
      case CREATE_TASK ->
          verdict(
              staff != null && staff.webPortal, // BS3: the client sees it
              staff != null || !capacities.isEmpty());
      case LIST_FOLDERS, LIST_ENGAGEMENTS, LIST_TASKS, READ_NOTICES ->
          verdict(staff != null || !capacities.isEmpty(), false);
      case LIST_SHARED -> verdict(!capacities.isEmpty(), staff != null);
      default -> ofItem(world, request, staff, capacities);
    };
  }

  private static List<Integer> capacities(World world, Request request) {
    // What the person is now: the client, a contact with the permission (BS5, SX2), a member.
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
    for (Role role : roles(world, request)) {
      capacities.add(MEMBERS + role.member);
    }
    return capacities;
  }

  /** What the person is in the portals of the client (MY14). */
  private static List<Role> roles(World world, Request request) {
    List<Role> roles = new ArrayList<>();
    for (Joined joined : world.joined) {
      for (Portal portal : world.portals) {
        for (Role role : portal.members) {
          if (joined.firm == request.firm
              && joined.person == request.person
              && portal.firm == request.firm
              && portal.clients.contains(request.client)
              && role.member == joined.member) {
            roles.add(role);
          }
        }
      }
    }
    return roles;
  }

  /** The client and its contacts are authorized; a contributor is not (BS13, MY14). */
  private static boolean isAuthorized(List<Integer> capacities) {
    for (int capacity : capacities) {
      if (capacity < MEMBERS) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasFullAccess(World world, Request request) {
    for (Role role : roles(world, request)) {
      if (role.fullAccess) {
        return true;
      }
    }
    return false;
  }

  private static Verdict ofItem(
      World world, Request request, @Nullable Member staff, List<Integer> capacities) {
    Sight sight =
        request.item == Item.GROUP_NOTE
            ? ofWholeGroup(world, request)
            : sight(world, request, capacities);
    if (sight == null) {
      return Verdict.NOT_FOUND;
    }
    boolean reads = sight.reads;
    return switch (request.action) {
      case READ -> verdict(staff != null || reads, false);
      case READ_VERSIONS, READ_SHARES, PREPARE_REQUEST, EXPORT ->
          verdict(staff != null, staff != null || reads);
      case CHANGE ->
          verdict(
              staff != null && (staff.webPortal || !sight.openToAnyone), // BS3: readers see it
              staff != null || reads);
      case FINISH_TASK ->
          verdict((staff != null && staff.webPortal) || sight.named, staff != null || reads);
      case COMMENT -> verdict(staff != null || sight.named, reads);
      case SHARE, REQUEST, MANAGE_TASK ->
          verdict(staff != null && staff.webPortal, staff != null || reads);
      case UPLOAD ->
          verdict(
              (staff != null && (staff.webPortal || !sight.openToAnyone)) || sight.uploads,
              staff != null || reads);
      case ANSWER ->
          verdict((staff != null && staff.webPortal) || sight.uploads, staff != null || reads);
      case SUBMIT -> verdict(reads, staff != null);
      default -> throw new AssertionError(request.action);
    };
  }

  /**
   * What the shares of an item give: to anyone at all, and to the person, by name or not. While the
   * firm keeps its type closed they give the person nothing, but it still takes the permission to
   * change it.
   */
  private record Sight(boolean openToAnyone, boolean reads, boolean uploads, boolean named) {}

  /** No reader knows a group note as a whole. A share that has expired still counts. */
  private static @Nullable Sight ofWholeGroup(World world, Request request) {
    for (GroupShares each : world.groups) {
      if (each.firm == request.firm && each.note == request.number) {
        boolean shared = false;
        for (ParticipantShares participant : each.participants) {
          shared |= !participant.removed && !participant.shares.isEmpty();
        }
        return new Sight(each.open || shared, false, false, false);
      }
    }
    return null;
  }

  private static @Nullable List<Share> ofParticipant(World world, Request request) {
    for (GroupShares each : world.groups) {
      for (ParticipantShares participant : each.participants) {
        if (each.firm == request.firm
            && each.note == request.number
            && participant.client == request.client
            && !participant.removed) {
          List<Share> shares = new ArrayList<>(participant.shares);
          if (each.open) {
            shares.add(new Share(ALL, false, Long.MAX_VALUE));
          }
          return shares;
        }
      }
    }
    return null;
  }

  private static @Nullable Sight sight(World world, Request request, List<Integer> capacities) {
    List<Share> shares = shares(world, request);
    if (shares == null) {
      return null;
    }
    boolean keptClosed = isKeptClosed(world, request);
    boolean openToAnyone = false;
    boolean reads = false;
    boolean uploads = false;
    boolean named = false;
    for (Share share : shares) {
      boolean inForce = world.now < share.until; // BS12: without an end, it never expires
      openToAnyone |= inForce;
      boolean reaches =
          hasFullAccess(world, request)
              || (share.recipient == ALL
                  ? isAuthorized(capacities)
                  : capacities.contains(share.recipient));
      boolean gives = inForce && reaches && !keptClosed;
      reads |= gives;
      uploads |= gives && share.upload; // FC10, FC16
      named |= gives && capacities.contains(share.recipient);
    }
    return new Sight(openToAnyone, reads, uploads, named);
  }

  private static @Nullable List<Share> shares(World world, Request request) {
    return switch (request.item) {
      case NOTE -> ofNote(world, request);
      case PARTICIPANT -> ofParticipant(world, request);
      case ENGAGEMENT -> ofEngagement(world, request);
      case ASKED -> ofAsked(world, request);
      case TASK -> ofTask(world, request);
      default -> inFolder(world, request);
    };
  }

  /**
   * Tells whether somebody who is nothing but a member of portals reads an item that exists: with
   * full access exactly what is open to anybody, and else exactly what names them (MY14).
   */
  static boolean isOpenToMember(World world, Request request) {
    List<Share> shares = shares(world, request);
    if (shares == null || isKeptClosed(world, request)) {
      return false;
    }
    List<Share> inForce = shares.stream().filter(share -> world.now < share.until).toList();
    List<Role> roles = roles(world, request);
    if (roles.stream().anyMatch(Role::fullAccess)) {
      return !inForce.isEmpty();
    }
    return roles.stream()
        .anyMatch(
            role -> inForce.stream().anyMatch(share -> share.recipient == MEMBERS + role.member));
  }

  private static @Nullable List<Asked> asked(World world, Request request) {
    for (EngagementItems each : world.engagements) {
      if (each.firm == request.firm
          && each.client == request.client
          && each.engagement == request.number) {
        return each.asked;
      }
    }
    return null;
  }

  /** Who is asked for something reads the engagement. */
  private static @Nullable List<Share> ofEngagement(World world, Request request) {
    List<Asked> asked = asked(world, request);
    if (asked == null) {
      return null;
    }
    List<Share> shares = new ArrayList<>();
    for (Asked each : asked) {
      if (!each.draft && !each.hidden) {
        shares.add(new Share(each.assignee, false, Long.MAX_VALUE));
      }
    }
    return shares;
  }

  private static @Nullable List<Share> ofAsked(World world, Request request) {
    List<Asked> asked = asked(world, request);
    if (asked == null || asked.isEmpty()) {
      return null;
    }
    Asked first = asked.getFirst();
    return first.draft ? List.of() : List.of(new Share(first.assignee, true, Long.MAX_VALUE));
  }

  /** A task is open to its assignees, and so to members with full access. */
  private static @Nullable List<Share> ofTask(World world, Request request) {
    for (TaskOf each : world.tasks) {
      if (each.firm == request.firm
          && each.client == request.client
          && each.task == request.number) {
        List<Share> shares = new ArrayList<>();
        for (int assignee : each.assignees) {
          shares.add(new Share(assignee, false, Long.MAX_VALUE));
        }
        return shares;
      }
    }
    return null;
  }

  private static boolean isKeptClosed(World world, Request request) {
    if (request.item == Item.ENGAGEMENT || request.item == Item.TASK) {
      return false;
    }
    if (request.item == Item.ASKED) {
      List<Asked> asked = asked(world, request);
      return asked != null && !asked.isEmpty() && asked.getFirst().hidden;
    }
    for (Policy policy : world.policies) {
      if (policy.firm == request.firm && request.item != Item.FOLDER) {
        return policy.types.contains(typeOf(world, request)) != policy.only;
      }
    }
    return false;
  }

  private static int typeOf(World world, Request request) {
    for (NoteShares each : world.notes) {
      if (request.item == Item.NOTE
          && each.firm == request.firm
          && each.client == request.client
          && each.note == request.number) {
        return each.type;
      }
    }
    for (GroupShares each : world.groups) {
      if (request.item == Item.PARTICIPANT
          && each.firm == request.firm
          && each.note == request.number) {
        return each.type;
      }
    }
    for (FolderShares each : world.folders) {
      if (request.item == Item.DOCUMENT
          && each.firm == request.firm
          && each.client == request.client
          && each.folder == request.number) {
        return each.documentType;
      }
    }
    return UNTYPED;
  }

  private static @Nullable List<Share> ofNote(World world, Request request) {
    for (NoteShares each : world.notes) {
      if (each.firm == request.firm
          && each.client == request.client
          && each.note == request.number) {
        return each.shares;
      }
    }
    return null;
  }

  private static @Nullable List<Share> inFolder(World world, Request request) {
    for (FolderShares each : world.folders) {
      if (each.firm == request.firm
          && each.client == request.client
          && each.folder == request.number) {
        List<Share> shares = new ArrayList<>(each.shares);
        if (request.item == Item.DOCUMENT) {
          shares.addAll(each.documentShares); // a document is open with its folder, or by itself
        }
        return shares;
      }
    }
    return null;
  }

  private static Verdict verdict(boolean may, boolean knows) {
    if (may) {
      return Verdict.ALLOWED;
    }
    return knows ? Verdict.PERMISSION_REQUIRED : Verdict.NOT_FOUND;
  }
}
